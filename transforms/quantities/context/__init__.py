"""What a quantity measures, whose it is and when it holds; `paragraph` and `columns` are the ways in.

In this order: clauses, phrases, owners, measures, bases, period_and_status, further_off.
"""
