//! Files beside articles: their sizes, and whether they may be published. They are copied as they are, so a drawing must
//! hold nothing that does more than show: an allow-list of elements, whatever their prefix, and links to itself only.

use std::path::Path;

use super::{LoadError, at};

/// Endings of files that only show something.
const SAFE: [&str; 17] = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "pdf", "txt", "csv", "tsv", "json", "geojson", "mp3", "ogg",
    "mp4", "webm",
];

/// What drawings are made of, in lower case; then what drawing programs note down about them, which shows nothing.
/// Names that begin with `fe` are filters.
const ELEMENTS: &str = " svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textpath \
    title desc metadata lineargradient radialgradient meshgradient meshrow meshpatch stop pattern clippath mask marker \
    image style switch a filter view solidcolor hatch hatchpath \
    rdf work format type creator publisher rights agent date source language subject bag seq li license permits \
    requires prohibits identifier contributor coverage description relation \
    namedview grid guide page path-effect perspective templates variables ";

/// What in a style loads or hides something.
const STYLE: [&str; 5] = ["@import", "image-set(", "image(", "src(", "\\"];

/// What there is to know of a file.
#[derive(Default)]
pub(super) struct Facts {
    /// Width and height of an image that says so.
    pub(super) size: Option<(u32, u32)>,
    /// Why it may not be published, if it may not.
    pub(super) flaw: Option<String>,
}

/// Looks at a file. An SVG is read whole, since it may hold more than a drawing; of other images only the header.
pub(super) fn read(path: &Path, name: &str) -> Result<Facts, LoadError> {
    let ending = name.rsplit('/').next().and_then(|file| file.rsplit_once('.')).map(|(_, e)| e.to_ascii_lowercase());
    let size = || {
        let size = imagesize::size(path).ok()?;
        Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
    };
    let flawed = |flaw: String| Facts { flaw: Some(flaw), ..Facts::default() };
    Ok(match ending.as_deref() {
        Some("svg") => {
            let bytes = std::fs::read(path).map_err(at(path))?;
            let text = String::from_utf8_lossy(&bytes);
            Facts { size: svg_size(&text), flaw: svg_flaw(&text) }
        }
        Some(ending) if SAFE.contains(&ending) => Facts { size: size(), ..Facts::default() },
        Some(ending) => flawed(format!("is of a kind that is not published (`.{ending}`)")),
        None => flawed("has no ending that tells its kind".into()),
    })
}

/// Width and height of an SVG's root element, where they are plain numbers.
fn svg_size(text: &str) -> Option<(u32, u32)> {
    let root = text.find("<svg").map(|i| &text[i..])?;
    let root = &root[..root.find('>')?];
    let number = |attribute: &str| {
        let value = root.split(&format!(" {attribute}=\"")).nth(1)?.split('"').next()?;
        value.trim_end_matches("px").parse::<u32>().ok()
    };
    Some((number("width")?, number("height")?))
}

/// The first thing in a drawing that could do more than show.
fn svg_flaw(text: &str) -> Option<String> {
    if let Some(c) = text.chars().find(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
        return Some(format!("holds the control character U+{:04X}", u32::from(c)));
    }
    let plain = ["amp;", "lt;", "gt;", "quot;", "apos;"];
    if text.split('&').skip(1).any(|rest| !plain.iter().any(|entity| rest.starts_with(entity))) {
        return Some("holds an entity".into());
    }
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        rest = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.split_once("-->").map_or("", |(_, rest)| rest)
        } else if rest.starts_with("<!") || rest.starts_with("<?") && !rest.starts_with("<?xml ") {
            return Some(format!("holds `{}`", rest.split([' ', '>', '[']).next().unwrap_or_default()));
        } else if let Some(declaration) = rest.strip_prefix("<?xml ") {
            declaration.split_once('>').map_or("", |(_, rest)| rest)
        } else {
            match tag(&rest[1..]) {
                Ok(rest) => rest,
                Err(flaw) => return Some(flaw),
            }
        };
    }
    None
}

/// Judges one tag, and the style sheet behind it if it begins one; gives what follows.
fn tag(text: &str) -> Result<&str, String> {
    if let Some(end) = text.strip_prefix('/') {
        return Ok(end.split_once('>').map_or("", |(_, rest)| rest));
    }
    let end = text.find(|c: char| c.is_whitespace() || "/>\"'=<".contains(c)).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let local = local(name);
    if !ELEMENTS.contains(&format!(" {local} ")) && !local.starts_with("fe") || local.is_empty() {
        return Err(format!("holds the element `<{}>`, which plain drawings do not have", shortened(name)));
    }
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(behind) = rest.strip_prefix('>') {
            return if local == "style" { sheet(behind) } else { Ok(behind) };
        }
        let (attribute, value) = rest.split_once('=').ok_or("is not well-formed")?;
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or("is not well-formed")?;
        let (value, behind) = value[1..].split_once(quote).ok_or("is not well-formed")?;
        if let Some(flaw) = attribute_flaw(attribute.trim(), value) {
            return Err(flaw);
        }
        rest = behind;
    }
}

/// Judges the style sheet at the start of a text, plain or as one CDATA section; gives its end tag and what follows.
fn sheet(text: &str) -> Result<&str, String> {
    let (sheet, rest) = text.split_at(text.find("</").unwrap_or(text.len()));
    let bare = sheet.trim().strip_prefix("<![CDATA[").and_then(|sheet| sheet.strip_suffix("]]>")).unwrap_or(sheet);
    if bare.contains('<') {
        return Err("holds markup in a style".into());
    }
    style(bare).map_or(Ok(rest), Err)
}

fn attribute_flaw(name: &str, value: &str) -> Option<String> {
    let local = local(name);
    let links = matches!(&*local, "href" | "src" | "base" | "action" | "formaction" | "data" | "srcset" | "ping");
    if name.is_empty() || name.contains(|c: char| c.is_whitespace() || "<>\"'/".contains(c)) {
        Some("is not well-formed".into())
    } else if name == "xmlns" || name.starts_with("xmlns:") {
        None
    } else if local.starts_with("on") {
        Some(format!("holds the event handler `{}`", shortened(name)))
    } else if links && !value.trim_start().starts_with('#') {
        Some(format!("links to something outside itself (`{}`)", shortened(value)))
    } else {
        style(value)
    }
}

/// What a style, or an attribute that is one, may not hold.
fn style(text: &str) -> Option<String> {
    let dense: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(what) = STYLE.iter().find(|what| dense.contains(**what)) {
        return Some(format!("holds `{what}` in a style"));
    }
    let mut links = dense.split("url(").skip(1).map(|link| link.trim_start_matches(['"', '\'']));
    let outside = links.find(|link| !link.starts_with('#'))?;
    Some(format!("links to something outside itself (`{}`)", shortened(outside)))
}

/// A name without its prefix, in lower case.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_lowercase()
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    text.trim().chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::svg_flaw;

    #[test]
    fn plain_drawings_pass_and_everything_else_is_told() {
        let fine = r##"<?xml version="1.0"?><!-- a > b --><svg xmlns:x="http://www.w3.org/1999/xlink" width='1'>
            <style><![CDATA[.a { fill: url("#sea") }]]></style><use x:href = "#a" fill="url( #b )"/><text>on = 1 &amp; 2</text></svg>"##;
        assert_eq!(svg_flaw(fine), None);
        for (svg, flaw) in [
            ("<svg><script/></svg>", "<script>"),
            ("<s:svg><s:SCRIPT>x</s:SCRIPT></s:svg>", "<s:SCRIPT>"),
            ("<svg aria-label='a > b' onload = 'x'/>", "onload"),
            ("<svg\nx:onload='x'/>", "onload"),
            ("<svg a/onload='x'/>", "well-formed"),
            ("<svg a='1'onload='x'/>", "onload"),
            ("<svg onload=x>", "well-formed"),
            ("<svg><a href=' https://example.org'/></svg>", "outside"),
            ("<svg><image data='x'/></svg>", "outside"),
            ("<svg xml:base='//example.org'/>", "outside"),
            ("<svg><rect style='fill:u\\72l(x)'/></svg>", "`\\`"),
            ("<svg><style>@IMPORT 'x'</style></svg>", "@import"),
            ("<svg><style><![CDATA[@import 'x']]></style></svg>", "@import"),
            ("<svg><style>@imp<!-- -->ort 'x'</style></svg>", "markup"),
            ("<svg><text><![CDATA[<script>]]></text></svg>", "<!"),
            ("<svg><a href='&#106;avascript:x'/></svg>", "entity"),
            ("<!DOCTYPE svg><svg/>", "<!DOCTYPE"),
            ("<?xml-stylesheet href='#x'?><svg/>", "<?xml-stylesheet"),
            ("<svg>\u{1b}$B</svg>", "U+001B"),
            ("<svg", "well-formed"),
            ("<svg>< script></svg>", "element"),
        ] {
            let found = svg_flaw(svg);
            assert!(found.as_deref().is_some_and(|found| found.contains(flaw)), "{svg}\ngave {found:?}");
        }
    }
}
