### The words of pages in English, which every other language falls back to. How such a file is written, and how to add a
### language: ../README.md.

## Signs

# Between thousands.
number-group = ,
# Between things in a line.
list-separator = {", "}
# A label with what it says.
pair = { $label }: { $value }
# A label before something that stands apart.
head = { $label }:
quoted = “{ $words }”

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# In pictures, where there is little room.
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
# Days of one month.
date-days = { $first } to { $last } { $month } { $year }
# $precision is how much is known of the first date: day, month or year.
date-range =
    { $precision ->
       *[day] { $start } to { $end }
    }
# $precision may also be range.
date-about =
    { $precision ->
       *[day] about { $date }
    }
date-since =
    { $precision ->
       *[day] since { $date }
    }
date-since-about =
    { $precision ->
       *[day] since about { $date }
    }

## How many

articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
claims =
    { $count ->
        [one] { $count } claim
       *[other] { $count } claims
    }
sources-count =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
editors =
    { $count ->
        [one] { $count } editor
       *[other] { $count } editors
    }
outlets =
    { $count ->
        [one] { $count } outlet
       *[other] { $count } outlets
    }
events =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
words =
    { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
more = { $count } more
and-more = and { $count } more
more-articles =
    { $count ->
        [one] { $count } more article
       *[other] { $count } more articles
    }
and-more-articles =
    { $count ->
        [one] and { $count } more article
       *[other] and { $count } more articles
    }
articles-newest =
    { $count ->
        [one] { $count } article, newest first
       *[other] { $count } articles, newest first
    }
notes-newest =
    { $count ->
        [one] { $count } note, newest first
       *[other] { $count } notes, newest first
    }
articles-undated =
    { $count ->
        [one] { $count } article without a date
       *[other] { $count } articles without a date
    }
claims-in-both =
    { $count ->
        [one] { $count } claim in both
       *[other] { $count } claims in both
    }

## Headings and labels of many pages

skip = Skip to the text
nav-main = Main
nav-about = About this site
feed = Feed
repository = Repository
made-with = Made with { $generator }.
home = Home
articles-title = Articles
topics-title = Stories and topics
claims-title = Claims
notes-title = Notes
timeline = Timeline
search = Search
overview = Overview
outlets-title = Outlets
editors-title = Editors
comparisons = Articles compared
corrections = Corrections
questions = Open questions
stories = Stories
topics = Topics
sources = Sources
verdicts = Verdicts
changes = Changes
article = Article
claim = Claim
note = Note
note-number = Note { $number }
event = Event
author = Author
editor = Editor
outlet = Outlet
source = Source
kind = Kind
verdict = Verdict
stance = Stance
date = Date
time = Time
all = All
why = Why
by = by { $authors }
also-called = Also called
elsewhere = Elsewhere
compare = Compare
compare-with = Compare with { $title }
compare-passage-with = Compare this passage with { $title }
backlinks = Pages that link here
backlink-note = from a note on { $article }
toc = On this page
pager = Pages of this list
pager-newer = Newer
pager-older = Older
pager-previous = Previous
pager-next = Next
pager-place = Page { $number } of { $total }
newest-of = The newest { $shown } of { $count }.
corrections-page = the page of corrections
back-to-text = Back to the text
read-correction = Read the correction
no-outlet = No outlet named

## Not found

not-found = Page not found
not-found-text = There is no page at this address. It may have moved.
not-found-home = To the first page

## The first page

newest-articles = Newest articles
newest-notes = Newest notes

## An article

article-by = By { $authors }
original-link = Read the original
original-at = { $link } ({ $host }).
same-text-title = Probably from the same text as
same-text-shares = { $article }. Shared: { $here }% of the words here, { $there }% there.
glance = The notes at a glance
glance-notes =
    { $count ->
        [0] No notes yet
        [one] { $count } note in the margin
       *[other] { $count } notes in the margin
    }
glance-changed = { $count } at words that have changed since
glance-lost = { $count } { $link }
glance-lost-link =
    { $count ->
        [one] lost its place
       *[other] lost their place
    }
# Above the notes at the foot of a printed article.
notes-foot = Notes
notes-shown = { $shown } of { $all } notes shown
choose-notes = Choose notes
choose-notes-label = Which notes are shown
show-all-notes = Show all
original-only = Original only
whole-notes = Notes on the whole article
lost-notes = Notes that lost their place
lost-notes-text = Each stands under the words that it quoted.
lost-notes-archived = { $link } of the article may still have them.
lost-notes-copy = An archived copy
lost-since = Since { $date }: { $reason }
lost-several =
    { $count ->
        [one] These words stand in { $count } place of the text, and nothing tells which is meant.
       *[other] These words stand in { $count } places of the text, and nothing tells which is meant.
    }
lost-alike =
    { $count ->
        [one] { $count } place of the text is equally like these words.
       *[other] { $count } places of the text are equally like these words.
    }
lost-between = These words stand in the text, but between others than when the note was made: they may belong to another passage.
lost-gone = These words are no longer in the text.
article-claims = Claims in this article
article-common = In common with other articles
stance-text = Where the article stands toward a subject, as an editor reads it. Where editors differ, all are shown.
source-via = Republished by
source-authors = Written by
source-published = Published
source-retrieved = Retrieved
source-genre = Genre
source-original = Original
source-archived = Archived
source-rights = Rights
source-page = This page
outlet-corrected = Corrected by the outlet
related-articles = Related articles
related-same-text = probably the same text
# What two articles have in common.
related-reason = { $things } in common
related-stories =
    { $count ->
        [one] { $count } story
       *[other] { $count } stories
    }
related-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
related-organisations =
    { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
related-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
related-themes =
    { $count ->
        [one] { $count } theme
       *[other] { $count } themes
    }
related-passages =
    { $count ->
        [one] { $count } shared passage
       *[other] { $count } shared passages
    }
scale = What the verdicts mean
cite = Cite this page
# What stands behind author, title, outlet and date of the original.
cite-here = { $original }. { $text } with notes in: { $site }.
cite-here-at = { $original }. { $text } with notes in: { $site }, { $address }.
cite-note = { $text } with notes in: { $site }
cite-note-original = { $text } with notes in: { $site }. Original: { $address }
new-note = Add a note
edit-page = Edit this page

## Inside a text

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
table-number = Table { $number }
footnotes = Footnotes
footnote-number = Footnote { $number }
task-done = done
task-open = to do
image = image

## Notes

kind-fact-check = Fact-check
kind-correction = Correction
kind-question = Question
kind-context = Context
kind-definition = Definition
kind-translation = Translation
kind-link = Link
# What a screen reader calls a note. $number is 0 where it has none; $answered and $judged are yes or no; $state is one of
# whole, anchored, approximate, ambiguous and orphan.
note-name =
    { $number ->
        [0] Note
       *[other] Note { $number }
    }, { $kind ->
        [fact-check] fact-check
        [correction] correction
        [question] question
        [context] context
        [definition] definition
        [translation] translation
       *[link] link
    }{ $answered ->
        [yes] , answered
       *[no] {""}
    }{ $judged ->
        [yes] : { $verdict }
       *[no] {""}
    }{ $state ->
        [approximate] ; the text has changed since
        [ambiguous] ; it lost its place in the text
        [orphan] ; it lost its place in the text
       *[anchored] {""}
    }
note-in = { $note } in { $article }
note-in-article = { $note }, in the article { $article }
full-note = Full note
details = Details
tags = Tags: { $tags }
answered = Answered
lost-place = lost its place in the text
on-whole-article = on the whole article
changed-on = changed { $date }
imported-from = imported from { $place }
read-on = read { $date }
archived-copy = archived copy
text-changed = The text has changed since.
text-changed-inline = the text has changed since
# $sure is one of certainly, very, probably and perhaps.
text-changed-sure =
    It is { $sure ->
        [certainly] almost certainly
        [very] very likely
        [probably] probably
       *[perhaps] perhaps
    } the same passage ({ $percent }%).
changed-quoted = Quoted:
changed-now = Now:
shows-supports = supports
shows-refutes = refutes
shows-context = context
change-minor = Minor change
change-correction = Correction
change-retraction = Retraction
change-minor-count =
    { $count ->
        [one] { $count } minor change
       *[other] { $count } minor changes
    }
change-correction-count =
    { $count ->
        [one] { $count } correction
       *[other] { $count } corrections
    }
change-retraction-count =
    { $count ->
        [one] { $count } retraction
       *[other] { $count } retractions
    }

## Kinds of texts and topics

text-full = Full text
text-excerpt = Excerpt
text-digest = Digest
text-translation = Translation
text-full-explained = This page holds the full text.
text-excerpt-explained = This page holds a part of the text; follow the source for the whole.
text-digest-explained = This page is a digest in the editors' words; the source is the text itself.
text-translation-explained = This page is a translation; the source is the text itself.
genre-report = Report
genre-analysis = Analysis
genre-opinion = Opinion
genre-interview = Interview
genre-advocacy = Advocacy
genre-press-release = Press release
topic-story = Story
topic-person = Person
topic-organisation = Organisation
topic-place = Place
topic-theme = Theme
topics-story = Stories
topics-person = People
topics-organisation = Organisations
topics-place = Places
topics-theme = Themes

## Verdicts: the scales that postil brings

verdict-plain-supported = Supported
verdict-plain-supported-means = A public document or several independent reports say the same.
verdict-plain-partly-supported = Partly supported
verdict-plain-partly-supported-means = One part holds and another does not.
verdict-plain-needs-context = Needs context
verdict-plain-needs-context-means = Right as worded, but a fact is missing without which it misleads.
verdict-plain-disputed = Disputed
verdict-plain-disputed-means = Documents or parties contradict each other, and the record does not settle it.
verdict-plain-unsupported = Unsupported
verdict-plain-unsupported-means = No public document found shows it, which is not the same as false.
verdict-plain-error = Error
verdict-plain-error-means = A document, or the article itself, shows a date, number, name or order to be wrong.
verdict-six-true = True
verdict-six-true-means = It is accurate and nothing important is missing.
verdict-six-mostly-true = Mostly true
verdict-six-mostly-true-means = It is accurate but needs a clarification.
verdict-six-half-true = Half true
verdict-six-half-true-means = It is partly accurate and leaves out something important.
verdict-six-mostly-false = Mostly false
verdict-six-mostly-false-means = It holds a grain of truth and ignores facts that would change the impression.
verdict-six-false = False
verdict-six-false-means = It is not accurate.
verdict-six-fabricated = Fabricated
verdict-six-fabricated-means = It is not accurate and was made up.
verdict-seven-true = True
verdict-seven-true-means = It is accurate.
verdict-seven-mostly-true = Mostly true
verdict-seven-mostly-true-means = It is accurate in the main and wrong in a detail.
verdict-seven-mixture = Mixture
verdict-seven-mixture-means = It mixes accurate and inaccurate parts.
verdict-seven-misleading = Misleading
verdict-seven-misleading-means = Its parts are accurate and the impression is not.
verdict-seven-false = False
verdict-seven-false-means = It is not accurate.
verdict-seven-unproven = Unproven
verdict-seven-unproven-means = There is not enough to tell.
verdict-seven-satire = Satire
verdict-seven-satire-means = It was not meant to be taken as fact.

## Claims

claimed-by = Claimed by { $who }
claimed-by-inline = claimed by { $who }
verdict-means = “{ $verdict }” means: { $meaning }
claim-reviewed = Reviewed by { $by }, { $date }.
claim-reviewed-changed = Reviewed by { $by }, { $date }; { $changes }.
claim-changed = changed { $count }×, last on { $date }
claim-written = Written down by { $by }, { $date }.
claim-passages = In the articles
claim-unmentioned = Not mentioned in { $articles }, of the same story.
claim-in-none = in no article
related-claims = Related claims
relation-broader = Broader
relation-narrower = Narrower
relation-contradicts = Contradicts
relation-repeats = Repeats
relation-repeated-by = Repeated by
evidence-supports = Supports the claim
evidence-refutes = Refutes the claim
evidence-context = Gives context
evidence-cited = Cited
# How an article treats a claim.
treats-asserts = asserts
treats-disputes = disputes
treats-reports = reports
treated-asserts = Asserted
treated-disputes = Disputed
treated-reports = Reported
treats-asserts-explained = makes the claim its own
treats-disputes-explained = speaks against the claim
treats-reports-explained = passes the claim on as somebody’s words
treated-asserts-in = asserted in { $count }
treated-disputes-in = disputed in { $count }
treated-reports-in = reported in { $count }
treated-in = { $way } in { $count }
article-asserts = makes this claim
article-disputes = disputes this claim
article-reports = reports this claim
this-article-asserts = this article makes this claim
this-article-disputes = this article disputes this claim
this-article-reports = this article reports this claim
the-article-asserts = the article makes this claim
the-article-disputes = the article disputes this claim
the-article-reports = the article reports this claim
note-claim = Claim: { $claim }
note-claim-asserts = The article makes this claim: { $claim }
note-claim-disputes = The article disputes this claim: { $claim }
note-claim-reports = The article reports this claim: { $claim }

## Stances

stance-favor = In favour
stance-against = Against
stance-neutral = Balanced
stance-none = Cannot be told
stance-on = Stance on { $target }: { $stance }
stance-toward = toward { $target }: { $stance }
toward = Toward
editors-differ = Editors differ
not-judged = not judged
judged-in = judged in { $count }

## Words that articles share

also-label =
    { $count ->
        [one] Shared passage { $number }: words that { $count } other article also has
       *[other] Shared passage { $number }: words that { $count } other articles also have
    }
also-in = Also in { $article }
also-in-many = Also in { $count } other articles
also-here = Here:
also-there = There:
also-these-differ = { $words } words, of which these differ.
also-differs =
    { $count ->
        [one] { $words } words, different in { $count } place.
       *[other] { $words } words, different in { $count } places.
    }
also-same = { $words } words, the same in both.
only-here = only here
shared-passages =
    { $count ->
        [one] { $count } shared passage with { $words }
       *[other] { $count } shared passages with { $words }
    }
shared-parts = { $shared }: { $here }% of this text, { $there }% of that one

## Two articles side by side

compare-title = Compared: { $first } / { $second }
compare-description = What two articles have in common, side by side: { $first } / { $second }.
compare-heading = { $first } and { $second }
compare-common = In common
compare-same-text = Both are probably from the same text. Who had it first is not known from the words.
compare-table = What both have in common
compare-both = In both
compare-no-passage = No shared passage
compare-part = { $percent }% of the text
compare-no-other = no other
compare-sides = Side by side
compare-order = In the order of { $name }.
compare-marked = Marked words are only in one of the two.
compare-cut = Both texts are long: paragraphs between are cut, the articles have them whole.
compare-further = Further claims in both
compare-only = Claims only in { $name }
compare-stretch =
    { $count ->
        [one] { $count } paragraph, { $words } words: { $opening }
       *[other] { $count } paragraphs, { $words } words: { $opening }
    }
compare-elsewhere = Here stands { $passage }.
compare-passage-link = passage { $number }
compare-passage-same = Passage { $number }: { $words } words, the same in both
compare-passage-differs =
    { $count ->
        [one] Passage { $number }: { $words } words, different in { $count } place
       *[other] Passage { $number }: { $words } words, different in { $count } places
    }
compare-passage-moved =
    In { $name } it stands { $order ->
        [earlier] nearer to the beginning
       *[later] nearer to the end
    }.
compare-passage-in = Passage { $number } in { $name }
compare-in = In { $name }
compare-in-article = In the article
comparisons-text =
    { $count ->
        [one] { $count } pair: articles with words in common, and articles of a story that say something of the same claims
       *[other] { $count } pairs: articles with words in common, and articles of a story that say something of the same claims
    }
comparisons-no-story = In no story together
comparisons-more =
    { $count ->
        [one] And { $count } more pair: each article’s page leads to its own.
       *[other] And { $count } more pairs: each article’s page leads to its own.
    }

## Topics and stories

part-of = Part of
includes = Includes
coverage = Coverage
coverage-text = How each article treats each claim, with the passage that shows it.
compare-two = Compare two articles of this story
topic-stances = Where the articles stand
topic-stances-text = Each row is one editor’s reading of one article.
in-numbers = In numbers
mentioned-in = Mentioned in
matrix-caption = Which article says what about { $topic }
articles-disagree = articles disagree
not-mentioned = not mentioned
not-mentioned-explained = no note ties a passage of it to the claim
matrix-key = What the signs mean
matrix-text = A claim stands here if it belongs to the story or if at least two of its articles treat it. First come claims on which articles disagree, then those that most articles treat, and among equals the order of the verdicts.
matrix-more =
    { $count ->
       *[other] { $claims } did not fit.
    }
matrix-more-claims =
    { $count ->
        [one] { $count } more claim
       *[other] { $count } more claims
    }
stances-caption = Where articles on { $topic } stand, as editors read them
stances-text = Each entry is one editor’s reading of one article’s text, not of its author or outlet, and says nothing about what is true.
stances-more =
    { $count ->
        [one] { $count } more target did not fit.
       *[other] { $count } more targets did not fit.
    }

## Time and numbers

years = Years
event-unmentioned = no article here mentions it
skip-picture = Skip the picture
chronicle-numbers = numbers as in the list
chronicle-name = Timeline of { $events }
chronicle-name-articles = Timeline of { $events } and { $articles }
chronicle-others = Other articles
chronicle-mentioned = an article here mentions it
chronicle-unmentioned = none does
chronicle-appeared = an article appeared
chronicle-vague = only the month or year is known
chronicle-about = about then
chronicle-several = several in one place
chronicle-scale = the scale changes
# Below a number.
chart-events =
    { $count ->
       *[other] events
    }
chart-events-between = { $count } events, from { $first } to { $last }
chart-articles-between = { $count } articles, from { $first } to { $last }
notes-by-verdict = Notes by verdict
notes-by-verdict-text = Outlets by name. The number counts notes; the bar, from five notes on, is their part of the outlet’s own. Editors choose what they note, so this is no measure of an outlet.
notes-with-verdict =
    { $count ->
        [one] { $count } note with a verdict, { $articles }
       *[other] { $count } notes with a verdict, { $articles }
    }
articles-appeared = When articles appeared
as-table = The same as a table
# $unit is one of day, month, year, decade, century and millennium.
articles-by-unit =
    Articles by { $unit ->
        [day] day
        [month] month
        [year] year
        [decade] decade
        [century] century
       *[millennium] millennium
    }
articles-by-unit-name = { articles-by-unit }: { $count } from { $first } to { $last }

## Sources

sources-title = Sources cited
sources-text =
    { $count ->
        [one] { $count } document that notes, claims and events cite, by publisher, each with what it shows there.
       *[other] { $count } documents that notes, claims and events cite, by publisher, each with what it shows there.
    }
sources-range = This page has { $first } to { $last }.
sources-none = No document is cited yet.
publishers-by-letter = Publishers by letter
no-publisher = No publisher named
cited-further = further of { $count } citations
cited-times =
    { $count ->
        [one] cited { $count } time
       *[other] cited { $count } times
    }

## Outlets

outlet-site = Site
outlet-country = Country
outlet-language = Language
outlet-owner = Owner
ratings = Ratings by others
ratings-text = Records that others keep about the outlet; this site computes no score of its own.
rater = Rater
rating-scale = Scale
rating-value = Value
republished = Republished from elsewhere
outlet-correction = Correction by the outlet
outlet-correction-of = Correction by the outlet: { $article }
outlet-corrections = Corrections by the outlet
outlet-corrections-count = { $count } in the articles that stand here; the number is no score.
outlet-corrections-more = The newest { $shown }; { $all } leads to all.
outlet-corrected-here = { $corrections } by the outlet in the articles here
corrections-count =
    { $count ->
        [one] { $count } correction
       *[other] { $count } corrections
    }

## Editors

editor-page = Page
editor-login = Login
disclosures = Disclosures
editor-changed = { $changes } to these notes and claims since they were published
changes-count =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
editor-notes-more = The newest of { $count } notes. { $all } stand in their own list.
all-notes = All notes
editor-stances = Stances judged
editor-claims = Claims reviewed
editor-changes = Changes to these notes and claims
editor-changes-more = The newest { $shown } of { $count }; { $all } has all.

## Corrections

corrections-feed = { $site }: corrections
corrections-text = What was changed after it was published, and why. Feed of corrections and retractions: { $feed }
corrections-changes = Changes to this site’s notes and claims
corrections-none = No note and no claim was changed so far.
corrections-own = Corrections of this site
outlet-corrections-all = Corrections by the outlets
outlet-corrections-text = What outlets themselves corrected in the articles that stand here, newest first: { $count } in all.
outlet-corrections-link = All corrections by outlets
outlet-corrections-none = No correction by an outlet is recorded for the articles here.

## Questions

questions-feed = { $site }: open questions
questions-open = { $count } open
questions-answered = { $count } answered
questions-none = No question is open, and none was answered so far.
questions-unanswered = Not answered yet
feed-at = feed: { $feed }
claims-unjudged = Claims not yet judged
claims-unjudged-count =
    { $count ->
        [one] { $count } claim not yet judged
       *[other] { $count } claims not yet judged
    }
claims-unjudged-text = They stand in articles here and have no verdict.
claims-unjudged-more = The first { $shown } of { $count }; the { $all } has all.
claims-list = list of claims
question-asked = Question: { $question }
question-answered = Answered: { $question }
question-on = On { $article }.
question-on-quote = On “{ $quote }” in { $article }.

## How to read

settings = How to read
settings-open = Aa: how to read
settings-size = Text
settings-size-small = Small
settings-size-normal = Normal
settings-size-large = Large
settings-size-largest = Largest
settings-measure = Lines
settings-measure-narrow = Short
settings-measure-normal = Normal
settings-measure-wide = Long
settings-scheme = Colours
settings-scheme-system = As the system
settings-scheme-light = Light
settings-scheme-sepia = Sepia
settings-scheme-dark = Dark
settings-keys = Single keys work
settings-keys-which = Which keys
keys = Keys
keys-notes = next note, previous note
keys-enter = from a number to its note
keys-original = the original only, and back
keys-search = search
keys-help = this list
keys-escape = closes; from a note back to its words
key-enter = Enter
key-escape = Esc
close = Close

## What scripts say: the article's page

script-copy = Copy
script-copied = Copied
script-copy-refused = Copying is not allowed here
script-copy-link = Copy link to these words
script-copy-quote = Copy with source
script-stopped = You stopped here the last time.
script-to-top = Go to the top

## The search page

search-examples = For example: { $examples }
search-lists = All lists
topic = Topic
year = Year
page = Page
search-label = Search the articles and notes
search-hint = Several words are all looked for. “Words in quotation marks” stand together.
search-loading = Loading the index…
search-searching = Searching…
search-failed = The index could not be loaded. The lists below lead to everything.
search-results =
    { $count ->
        [one] { $count } result for { $query }
       *[other] { $count } results for { $query }
    }
search-at-least =
    { $count ->
        [one] At least { $count } result for { $query }
       *[other] At least { $count } results for { $query }
    }
search-about =
    { $count ->
        [one] About { $count } result for { $query }
       *[other] About { $count } results for { $query }
    }
# Found by choices alone, without words.
search-filtered =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
search-nothing = Nothing found.
# $count texts were looked through.
search-not-yet =
    { $count ->
        [one] Nothing found yet for { $query }, in the likeliest text.
       *[other] Nothing found yet for { $query }, in the { $count } likeliest texts.
    }
search-none = Nothing found for { $query }.
search-some = Nothing has all of these words; this has some.
search-instead = No page has “{ $typed }”; this is for “{ $found }”.
search-too-short = One more letter, please.
search-more = Show more
search-further = Look further
search-narrow = Narrow down
search-clear = Clear all
search-all = All { $count }
search-note = Note on { $title }

## Reading without a connection

offline = Read offline
offline-title = Read without a connection
offline-lead = This site keeps the pages that you read, so that you can read them again without a connection.
offline-download = Download everything ({ $size } MB)
offline-update = Download what is new ({ $size } MB)
offline-progress = { $done } of { $size } MB
offline-complete = Everything is on this device. Files: { $files }.
offline-held = Files on this device: { $files }. What is new can’t be told without a connection.
offline-stopped = Stopped. What has arrived stays on this device.
offline-failed = Files that could not be loaded: { $files }. The rest is on this device. Please try again.
offline-full = There is no more room on this device. What has arrived stays.
offline-removed = The downloaded copy was removed.
offline-unreachable = The site can’t be reached now.
offline-missed = That page is not on this device
offline-missed-text = It was not read here yet, and there is no connection. { $again }
offline-again = Try again
offline-all = Take everything with you
offline-all-text = All pages, pictures and the search, to be read anywhere.
offline-stop = Stop
offline-remove = Remove the downloaded copy
offline-bar = Downloaded
offline-kept = What is kept
offline-kept-text = Pages and pictures stay on this device as you read them: the last { $files } files, up to { $size } MB. With a connection you always see the newest ones. Nothing about what you read leaves the device.
offline-folder = A folder of this site that is opened from a disk is complete as it is, and keeps nothing. Without scripts nothing is kept either.
offline-fresh = There is a new version of this site.
offline-reload = Reload
offline-later = Later
