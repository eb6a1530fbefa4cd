"""What a unit turns out to be, seen with those around it: captions, signatures, questions, pull quotes."""
