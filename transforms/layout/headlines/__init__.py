"""The lines of headlines: their groups, which of them are one, which is the main one."""
