//! The thin REST API, the server-rendered first page and the banshi command.
