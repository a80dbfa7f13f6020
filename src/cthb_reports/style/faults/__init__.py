"""The rules of style that a pattern cannot tell, each module one subject; modules here are found by themselves."""
