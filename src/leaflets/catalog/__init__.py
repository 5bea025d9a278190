"""Gettext catalogs: read strictly, looked up with the language that answered."""
