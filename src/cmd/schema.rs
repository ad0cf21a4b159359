//! `postil schema`.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use schemars::{JsonSchema, Schema, schema_for};

use crate::model::article::FrontMatter;
use crate::model::entity::{Claim, Editor, Event, Outlet, PageFields, Topic};
use crate::model::note::NoteFields;
use crate::model::theme::ThemeFields;

/// Writes the JSON Schema of every kind of YAML file to the folder `out`.
///
/// # Errors
/// When the folder or a file can't be written.
pub(super) fn run(out: &Path) -> anyhow::Result<ExitCode> {
    std::fs::create_dir_all(out).with_context(|| out.display().to_string())?;
    for (name, schema) in all() {
        let path = out.join(format!("{name}.json"));
        let text = serde_json::to_string_pretty(&schema)? + "\n";
        std::fs::write(&path, text).with_context(|| path.display().to_string())?;
        writeln!(anstream::stdout(), "{}", path.display())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn all() -> [(&'static str, Schema); 9] {
    fn of<T: JsonSchema>() -> Schema {
        schema_for!(T)
    }
    [
        ("article", of::<FrontMatter>()),
        ("claim", of::<Claim>()),
        ("editor", of::<Editor>()),
        ("event", of::<Event>()),
        ("note", of::<NoteFields>()),
        ("outlet", of::<Outlet>()),
        ("page", of::<PageFields>()),
        ("theme", of::<ThemeFields>()),
        ("topic", of::<Topic>()),
    ]
}
