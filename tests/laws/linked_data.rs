//! What pages say to other programs: one JSON-LD object a page, by the rules of schema.org and those that Google has for fact-checks
//! (one `ClaimReview` a page, on the claim's page only, with its wording, a word for the verdict and the page's own address).

use serde_json::{Map, Value};

use super::{Built, law};

/// For each type the keys that it must have, then those that it may have.
const TYPES: [(&str, &str, &str); 8] = [
    ("WebPage", "name publisher isBasedOn", "url"),
    (
        "ClaimReview",
        "url claimReviewed datePublished author reviewRating itemReviewed",
        "inLanguage dateModified reviewBody",
    ),
    ("Rating", "alternateName", "ratingValue bestRating worstRating"),
    ("Claim", "text", "author datePublished firstAppearance appearance"),
    ("NewsArticle", "headline publisher", "inLanguage author datePublished url genre"),
    ("Article", "headline publisher", "inLanguage author datePublished url genre"),
    ("Person", "name", "url sameAs"),
    ("Organization", "name", "url sameAs"),
];

#[test]
fn linked_data_keeps_to_the_rules() {
    law(|site, path, _| {
        let html = String::from_utf8_lossy(&site.tree[path]).into_owned();
        let scripts = scripts(&html);
        let mut wrong = vec![];
        if scripts.len() > 1 {
            wrong.push(format!("{} objects of linked data", scripts.len()));
        }
        for script in scripts {
            match serde_json::from_str::<Value>(script) {
                Ok(value) => wrong.extend(of_page(site, path, &value)),
                Err(error) => wrong.push(format!("linked data is no JSON: {error}")),
            }
        }
        let ruled = path.starts_with("claims/") && html.contains("class=\"ruling tone-") && !site.base.is_empty();
        if ruled != html.contains("\"ClaimReview\"") {
            wrong.push(format!("a ClaimReview is {}", if ruled { "missing" } else { "out of place" }));
        }
        wrong
    });
}

/// The texts of the scripts that hold linked data.
fn scripts(html: &str) -> Vec<&str> {
    let parts = html.split("<script type=\"application/ld+json\">").skip(1);
    parts.map(|rest| rest.split("</script>").next().unwrap_or_default()).collect()
}

fn of_page(site: &Built, path: &str, value: &Value) -> Vec<String> {
    let mut wrong = vec![];
    if value["@context"] != "https://schema.org" {
        wrong.push("the context is not https://schema.org".to_owned());
    }
    let own = format!("{}{path}", site.base);
    if value["url"].as_str().is_some_and(|url| url != own) {
        wrong.push(format!("its url is {}, not {own}", value["url"]));
    }
    wrong.extend(object("", value));
    wrong
}

/// What is wrong with an object and with those in it.
fn object(at: &str, value: &Value) -> Vec<String> {
    let Some(map) = value.as_object() else { return vec![format!("{at}: {value} is no object")] };
    let kind = value["@type"].as_str().unwrap_or_default();
    // An outlet is an organisation with another name.
    let known = if kind == "NewsMediaOrganization" { "Organization" } else { kind };
    let Some((_, must, may)) = TYPES.iter().find(|(name, ..)| *name == known) else {
        return vec![format!("{at}: the type `{kind}` is not in the list")];
    };
    let missing = must.split(' ').filter(|key| !map.contains_key(*key)).map(|key| format!("{at}: {kind} has no {key}"));
    let mut wrong: Vec<String> = missing.collect();
    for (key, value) in map.iter().filter(|(key, _)| !key.starts_with('@')) {
        if !must.split(' ').chain(may.split(' ')).any(|known| known == key) {
            wrong.push(format!("{at}: {kind} has an unknown {key}"));
        }
        let list = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
        if list.is_empty() {
            wrong.push(format!("{at}/{key} is an empty list"));
        }
        wrong.extend(list.iter().flat_map(|item| one(&format!("{at}/{key}"), key, item)));
    }
    if kind == "Rating" {
        wrong.extend(rating(at, map));
    }
    wrong
}

/// What is wrong with one value of a key.
fn one(at: &str, key: &str, value: &Value) -> Vec<String> {
    let (object_expected, number_expected) = match key {
        "author" | "publisher" | "isBasedOn" | "reviewRating" | "itemReviewed" | "firstAppearance" | "appearance" => {
            (true, false)
        }
        "ratingValue" | "bestRating" | "worstRating" => (false, true),
        _ => (false, false),
    };
    if object_expected {
        return object(at, value);
    }
    if number_expected {
        return if value.is_i64() { vec![] } else { vec![format!("{at}: {value} is no number")] };
    }
    let Some(text) = value.as_str().filter(|text| !text.trim().is_empty()) else {
        return vec![format!("{at}: {value} is no text")];
    };
    let fine = match key {
        "url" | "sameAs" => {
            url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        }
        "datePublished" | "dateModified" => is_date(text),
        _ => true,
    };
    if fine { vec![] } else { vec![format!("{at}: `{text}` is not what `{key}` asks for")] }
}

/// A day, month or year as ISO 8601 has them.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    matches!(lengths[..], [4] | [4, 2] | [4, 2, 2]) && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))
}

/// A number needs its ends, the worse one at least 1.
fn rating(at: &str, map: &Map<String, Value>) -> Option<String> {
    let number = |key: &str| map.get(key).and_then(Value::as_i64);
    let fine = match (number("worstRating"), number("ratingValue"), number("bestRating")) {
        (None, None, None) => true,
        (Some(worst), Some(value), Some(best)) => 1 <= worst && worst < best && (worst..=best).contains(&value),
        _ => false,
    };
    (!fine).then(|| format!("{at}: the numbers of the rating do not fit"))
}

#[test]
fn planted_errors_are_caught() {
    const PLANTED: [(&str, &str); 8] = [
        (r#"{"@type": "Person"}"#, "has no name"),
        (r#"{"@type": "Person", "name": ""}"#, "is no text"),
        (r#"{"@type": "Person", "name": "A", "sameAs": ["../a.html"]}"#, "is not what `sameAs`"),
        (r#"{"@type": "Person", "name": "A", "age": "3"}"#, "unknown age"),
        (r#"{"@type": "Claim", "text": "T", "datePublished": "1 May 2026"}"#, "is not what `datePublished`"),
        (r#"{"@type": "Claim", "text": "T", "author": "A"}"#, "is no object"),
        (r#"{"@type": "Rating", "alternateName": "A", "ratingValue": 2}"#, "do not fit"),
        (r#"{"@type": "ReportageNewsArticle", "headline": "H"}"#, "is not in the list"),
    ];
    for (text, caught) in PLANTED {
        let found = object("", &serde_json::from_str(text).expect("the case is JSON"));
        assert!(found.len() == 1 && found[0].contains(caught), "{text}\ngave {found:?}");
    }
}
