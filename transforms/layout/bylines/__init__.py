"""Who wrote, spoke or took a picture: bylines, datelines, credits, signatures."""
