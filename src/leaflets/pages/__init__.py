"""Documents to pages: flat lists of placed items, fitted to their panels."""
