//! Quotes of notes and stances whose article changes: what `note fix` and `import --update` share.
//!
//! | file | does |
//! |---|---|
//! | [`subject`] | the quotes of an article |
//! | [`known`] | what is known of the text on which a quote was made |
//! | [`finding`] | what is to be done about each, and whether that is sure enough |
//! | [`rewritten`] | new selectors in the texts of the files |
//! | [`show`], [`words`] | what a person sees of it |
//! | [`ask`] | what a person is asked |

pub(super) mod ask;
pub(super) mod finding;
pub(super) mod known;
pub(super) mod rewritten;
pub(super) mod show;
pub(super) mod subject;
pub(super) mod words;
