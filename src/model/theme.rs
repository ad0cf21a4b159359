//! A theme: how pages look.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::id::Id;

/// What an author writes in a theme's `theme.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct ThemeFields {
    /// Its name: that of its folder, and what `theme` in `postil.yaml` says.
    pub name: Id,
    /// What people call it.
    pub title: Option<String>,
    /// One or two sentences about what it is for.
    pub description: Option<String>,
    /// How others may use it, as an SPDX expression.
    pub license: Option<String>,
    /// Another theme, from which it takes every file that it has not got itself.
    pub extends: Option<Id>,
    /// Its style sheets in the order in which pages load them: files of `static/`, its own or those of the theme that it
    /// extends. Unless this says otherwise, those of that theme and then its own by name.
    pub styles: Option<Vec<String>>,
    /// Style sheets that not every page needs, each with the kinds of page that load it. A page's kind is the class of its
    /// `body` without `page-`.
    #[serde(default)]
    pub only_on: BTreeMap<String, Vec<String>>,
}
