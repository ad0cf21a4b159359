//! Pages that link to a page, with the sentence that does.

use serde::Serialize;

use super::super::context::Contexts;
use crate::model::site::{Backlink, Thing};

/// A linking page as templates receive it.
#[derive(Serialize)]
pub(super) struct BacklinkCx {
    label: String,
    route: String,
    sentence: String,
}

/// The pages that link to a thing.
pub(super) fn backlinks(cx: &Contexts<'_>, thing: Thing) -> Vec<BacklinkCx> {
    let backlinks = cx.site.links.backlinks.get(&thing).map(Vec::as_slice).unwrap_or_default();
    let backlink = |backlink: &Backlink| {
        let link = cx.link(backlink.from);
        BacklinkCx { label: link.label, route: link.route, sentence: backlink.sentence.clone() }
    };
    backlinks.iter().map(backlink).collect()
}
