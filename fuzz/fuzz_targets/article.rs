//! Any text as an `article.md`: it is read, its note anchored, linked and judged, and the report is written.
#![no_main]

mod site;

use libfuzzer_sys::fuzz_target;

const NOTE: &str = "kind: context\nquote: low tide\nbody: Twice a day.\nby: ada\ncreated: 2025-11-21\n";

fuzz_target!(|text: &str| site::judged(text, NOTE));
