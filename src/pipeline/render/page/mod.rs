//! One file for each kind of page: what it shows, from the parts of [`context`](super::context); and the parts that
//! several pages show: [`also`], [`backlink`], [`chronicle`], [`cite`], [`coverage`], [`crowd`], [`in_common`], [`linked_data`], [`mention`],
//! [`numbers`], [`pager`], [`passage`], [`preview`], [`quoted`], [`record`], [`reference`](self::reference), [`related`],
//! [`stance`], [`toc`].

mod also;
mod annotations;
mod article;
mod backlink;
mod chronicle;
mod cite;
mod claim;
mod compare;
mod corrections;
mod coverage;
mod crowd;
mod feed;
mod home;
mod in_common;
mod index;
mod linked_data;
mod mention;
mod numbers;
pub(super) mod offline;
mod outlet;
mod overview;
mod own;
mod pager;
mod passage;
mod people;
mod preview;
mod questions;
mod quoted;
mod record;
mod reference;
mod related;
pub(super) mod search;
mod sources;
mod stance;
mod timeline;
mod toc;
mod topic;

use serde::Serialize;
use tera::{Context, Tera};

use super::context::{Contexts, PageCx, SiteCx};
use super::{Plan, RenderError};
use crate::model::output::MakeError;

/// Renders pages.
pub(super) struct Renderer<'a> {
    pub(super) cx: Contexts<'a>,
    pub(super) tera: Tera,
    pub(super) site: SiteCx,
}

/// A rendered page, or what is wrong with its template.
type Page = Result<Vec<u8>, MakeError>;

impl Renderer<'_> {
    /// Fills a template with the page's own fields and those that every page has.
    fn fill(&self, template: &str, page: &PageCx, fields: &impl Serialize) -> Page {
        let mut context = Context::from_serialize(fields)?;
        context.insert_value("site", self.site.section(page.section));
        context.insert("page", page);
        Ok(self.tera.render(template, &context)?.into_bytes())
    }
}

/// Plans all pages.
pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    home::plan(plan)?;
    article::plan(plan)?;
    annotations::plan(plan)?;
    index::plan(plan)?;
    compare::plan(plan)?;
    claim::plan(plan)?;
    topic::plan(plan)?;
    outlet::plan(plan)?;
    people::plan(plan)?;
    sources::plan(plan)?;
    timeline::plan(plan)?;
    overview::plan(plan)?;
    corrections::plan(plan)?;
    questions::plan(plan)?;
    own::plan(plan)?;
    feed::plan(plan)
}
