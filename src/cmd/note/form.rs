//! A form that a person fills in with their own editor.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context as _, bail};

use super::add::{Desk, Outcome};
use super::terminal;
use crate::cmd::{PROBLEMS, report};
use crate::diag::{Diagnostics, SourceMap};
use crate::edit::draft::Draft;
use crate::edit::note::body;
use crate::edit::template::{About, Target, is_untouched, own_comments, template};
use crate::model::entity::{Claim, Entry};
use crate::model::id::Id;
use crate::model::note::NoteFields;
use crate::yaml::Reader;

/// The editor where neither `VISUAL` nor `EDITOR` names one, as POSIX has it.
const EDITOR: &str = "vi";

/// Opens a form until a note comes of it or the person gives up. What was written is kept in a file that is named,
/// unless it became a note.
///
/// # Errors
/// When no editor can be started, or the form or the note can't be written.
pub(super) fn fill(desk: &Desk<'_>, draft: &Draft) -> anyhow::Result<ExitCode> {
    let form = form(desk, draft);
    let file = new_file(desk.article().slug.as_str(), &form)?;
    loop {
        let outcome = open(&file).and_then(|()| read(&file, desk.config.limits.note_bytes)).and_then(|text| {
            if is_untouched(&form, &text) { Ok(None) } else { attempt(desk, &form, &text, &file).map(Some) }
        });
        match outcome {
            Ok(Some(Outcome::Added)) => {
                fs::remove_file(&file).with_context(|| file.display().to_string())?;
                return Ok(ExitCode::SUCCESS);
            }
            Ok(None) => {
                fs::remove_file(&file).with_context(|| file.display().to_string())?;
                writeln!(anstream::stderr(), "nothing was written: the form was left as it was, or empty")?;
                return Ok(ExitCode::from(PROBLEMS));
            }
            Ok(Some(Outcome::Refused(_))) => {}
            Err(error) => return Err(error.context(format!("the form is kept in {}", file.display()))),
        }
        writeln!(anstream::stderr(), "\nwhat you wrote is kept in {}", file.display())?;
        if !again()? {
            return Ok(ExitCode::from(PROBLEMS));
        }
    }
}

fn again() -> io::Result<bool> {
    if !terminal::is_there() {
        return Ok(false);
    }
    let answer = terminal::ask("open the editor again? [Y/n]")?;
    Ok(answer.is_some_and(|answer| !answer.to_lowercase().starts_with('n')))
}

fn form(desk: &Desk<'_>, draft: &Draft) -> String {
    let (article, library) = (desk.article(), &desk.library);
    let named = |claim: &&Entry<Claim>| article.notes.iter().any(|note| note.fields.claim.as_ref() == Some(&claim.id));
    let (mut claims, others): (Vec<_>, Vec<_>) = library.claims.iter().partition(named);
    claims.extend(others);
    let editors: Vec<&Id> = library.editors.iter().map(|editor| &editor.id).collect();
    let schema = desk.root.join("schema/note.json").canonicalize().ok();
    let about = About {
        schema: schema.as_deref().and_then(Path::to_str),
        title: &article.front.title,
        path: desk.page().path(),
        scale: &desk.config.scale,
        claims: &claims,
        editors: &editors,
        target: if desk.args.whole { Target::Whole } else { Target::Words },
    };
    template(draft, &about)
}

/// What was written becomes a note, or is refused with the reasons.
fn attempt(desk: &Desk<'_>, form: &str, text: &str, file: &Path) -> anyhow::Result<Outcome> {
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::default());
    let source = sources.add(file.display().to_string(), text);
    let limits = desk.config.limits;
    let reader = Reader::<NoteFields>::new("note", limits.yaml(limits.note_bytes));
    let note = reader.read(&sources, source, 0..text.len(), &mut diagnostics);
    let (Some(mut note), false) = (note, diagnostics.has_errors()) else {
        report::to_stderr(&diagnostics.sorted(&sources), &sources)?;
        writeln!(anstream::stderr(), "nothing was written")?;
        return Ok(Outcome::Refused(None));
    };
    note.body = body(&note.body);
    note.id = note.id.or_else(|| desk.args.id.clone());
    note.anchor.prefix = note.anchor.prefix.or_else(|| desk.args.prefix.clone());
    note.anchor.suffix = note.anchor.suffix.or_else(|| desk.args.suffix.clone());
    desk.add(note, &own_comments(form, text))
}

/// A file of its own for the form, which nobody else may read.
fn new_file(slug: &str, form: &str) -> anyhow::Result<PathBuf> {
    let folder = std::env::temp_dir();
    for number in 1.. {
        let path = folder.join(format!("postil-{slug}-{}-{number}.yaml", std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => {
                let written = opened.and_then(|mut file| file.write_all(form.as_bytes()));
                return written.map(|()| path.clone()).with_context(|| path.display().to_string());
            }
        }
    }
    bail!("no name is free in {}", folder.display())
}

/// Starts the editor and waits until it is closed. Its command may hold arguments (`code --wait`); no shell reads it.
fn open(file: &Path) -> anyhow::Result<()> {
    let named = |name: &str| std::env::var(name).ok().filter(|command| !command.trim().is_empty());
    let command = named("VISUAL").or_else(|| named("EDITOR")).unwrap_or_else(|| EDITOR.to_owned());
    let mut words = command.split_whitespace();
    let program = words.next().unwrap_or(EDITOR);
    let status = Command::new(program).args(words).arg(file).status();
    let status = status.with_context(|| format!("the editor `{command}` can't be started: set VISUAL or EDITOR"))?;
    if !status.success() {
        bail!("the editor `{command}` ended with {status}");
    }
    Ok(())
}

fn read(file: &Path, limit: usize) -> anyhow::Result<String> {
    let bytes = fs::read(file).with_context(|| file.display().to_string())?;
    // Far beyond what a note may have: not worth a parser's time.
    if bytes.len() > 64 * limit {
        bail!("the form has {} bytes; a note has {limit} at most", bytes.len());
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        anyhow::anyhow!("byte {} is not UTF-8: save the form as UTF-8", error.utf8_error().valid_up_to() + 1)
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
