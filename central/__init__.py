"""The central server: takes operations from desks, puts them in one order and gives the order to every desk."""
