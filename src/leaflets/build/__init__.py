"""Plan the jobs, run them, write what they made."""
