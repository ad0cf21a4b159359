//! Imports: fixtures compared whole, the two real dumps where they are, properties of any text, and the command.

mod bylines;
mod command;
mod epub;
mod feeds;
mod fixtures;
mod html;
mod hypothesis;
mod properties;
mod seeds;
mod update;
