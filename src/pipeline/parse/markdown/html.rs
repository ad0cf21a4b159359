//! Raw HTML in content: a few elements without attributes are read, all else is text.

use crate::model::document::HtmlElement;

/// A tag that content may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AllowedTag {
    /// `<sub>`, or `<br>` and `<br />`.
    Start(HtmlElement),
    /// `</sub>`
    End(HtmlElement),
}

/// The tag, if it is one of those that content may use and has no attribute.
pub(super) fn allowed(html: &str) -> Option<AllowedTag> {
    let inner = html.strip_prefix('<')?.strip_suffix('>')?;
    let (inner, end) = inner.strip_prefix('/').map_or((inner, false), |i| (i, true));
    let (name, closed) = inner.strip_suffix('/').map_or((inner, false), |i| (i, true));
    let name = name.trim_end();
    let element = HtmlElement::ALL.into_iter().find(|e| name.eq_ignore_ascii_case(e.name()))?;
    match (end, closed) {
        (true, false) if !element.is_void() => Some(AllowedTag::End(element)),
        (false, true) if !element.is_void() => None,
        (false, _) => Some(AllowedTag::Start(element)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_and_other_elements_are_text() {
        assert_eq!(allowed("<sub>"), Some(AllowedTag::Start(HtmlElement::Sub)));
        assert_eq!(allowed("</SUP>"), Some(AllowedTag::End(HtmlElement::Sup)));
        assert_eq!(allowed("<br />"), Some(AllowedTag::Start(HtmlElement::Br)));
        for text in [
            "<sub class=x>",
            "<script>",
            "<sub/>",
            "</br>",
            "<!-- sub -->",
            "<b>",
            "<abbr title=\"x\">",
            "<sub\nonclick=x>",
        ] {
            assert_eq!(allowed(text), None, "{text}");
        }
    }
}
