"""leaflets.toml and contacts.toml to a Project."""
