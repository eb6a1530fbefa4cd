"""What reaches a quantity from an earlier clause: its measure, period, status and owner."""
