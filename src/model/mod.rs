//! The nouns of an annotated reader, as plain data: what an author writes, and what each step of the pipeline adds.
//!
//! From front to back: [`sources`] (files as read), [`library`] (parsed), [`anchor`] (places found), [`site`] (all
//! linked), [`output`] (files to be written). The entities stand beside: [`article`], [`note`], [`entity`].

pub mod address;
pub mod anchor;
pub mod article;
pub mod claimant;
pub mod compared;
pub mod date;
pub mod document;
pub mod entity;
pub mod excerpt;
pub mod id;
pub mod library;
pub mod mention;
pub mod message;
pub mod note;
pub mod output;
pub mod reference;
pub mod route;
pub mod scale;
pub mod shared;
pub mod site;
pub mod sources;
pub mod theme;
pub mod vocabulary;
