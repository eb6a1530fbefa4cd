"""Weights of evidence in log odds, made by tests/training."""
