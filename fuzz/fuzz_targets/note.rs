//! Any text as a note's YAML file: it is read, anchored, linked and judged, and the report is written.
#![no_main]

mod site;

use libfuzzer_sys::fuzz_target;

const ARTICLE: &str = "---\ntitle: Tides\nlanguage: en\ntext: digest\n---\n\nTwice a day the sea comes in.\n\nAt *low tide* the [mud](https://example.org/) lies bare.\n";

fuzz_target!(|text: &str| site::judged(ARTICLE, text));
