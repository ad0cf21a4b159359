//! Quotes whose words were edited: the place for approximate search.
//!
//! Nothing here searches yet; such quotes are orphans without a guess. The search will take the folded text, the quote
//! and both contexts, rank candidates by [`Score`](crate::model::anchor::Score), and give either a place
//! ([`Fit::Approximate`](crate::model::anchor::Fit::Approximate)), several that are too close to tell apart, or the best
//! [`Guess`](crate::model::anchor::Guess) for the message that the words are gone. [`Quote`](super::Quote) and
//! [`Text`](super::Text) hold what it needs.
