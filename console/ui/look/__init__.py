"""How the desk looks: colours, fonts, icons, and the small widgets every screen is made of."""
