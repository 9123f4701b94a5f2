"""A dispatch slip (наряд) as data, then as a page; printing it is the screen's work."""
