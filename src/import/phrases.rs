//! Word lists, apart from the rules that read them. All in lower case unless a comment says otherwise.

/// Words of outlets' names.
pub(super) const OUTLET_WORDS: &[&str] = &[
    "post", "news", "times", "herald", "dispatch", "press", "journal", "agency", "daily", "weekly", "magazine",
    "review", "radio", "tv", "gazette", "tribune", "chronicle", "observer", "monitor", "bulletin", "report", "today",
    "media", "network", "courier", "mail", "com", "org", "net", "zeitung", "nachrichten", "presse",
];

/// Small words inside names of persons, as they are written.
pub(super) const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al",
    "el", "y", "e", "ter", "zu",
];

/// Lead of a feed's trailer and what stands between title and outlet: `WordPress`, in its English form and its
/// translations. As written.
pub(super) const TRAILERS: &[(&str, &str)] = &[
    ("The post ", " appeared first on "),
    ("The post ", " first appeared on "),
    ("L’article ", " est apparu en premier sur "),
    ("L'article ", " est apparu en premier sur "),
    ("Der Beitrag ", " erschien zuerst auf "),
    ("La entrada ", " se publicó primero en "),
    ("La entrada ", " apareció primero en "),
    ("Het bericht ", " verscheen eerst op "),
    ("O post ", " apareceu primeiro em "),
];

/// Labels of a link to another article, before a colon.
pub(super) const RELATED: &[&str] = &[
    "read more", "read also", "also read", "read next", "see also", "related", "related article", "lire aussi",
    "à lire aussi", "lesen sie auch", "mehr dazu", "lees ook", "leia também", "lea también", "leer más", "leggi anche",
    "czytaj także", "читайте также", "اقرأ أيضا", "اقرأ أيضاً",
];

/// The same without a title behind.
pub(super) const MORE: &[&str] =
    &["read more", "read the full story", "continue reading", "load more", "show more", "weiterlesen", "lire la suite"];

/// Lines of share buttons that are nothing else.
pub(super) const SHARE: &[&str] = &[
    "share", "share this", "share this article", "share this story", "share this post", "share on facebook",
    "share on twitter", "share on x", "share via email", "share on whatsapp", "share on linkedin", "tweet this",
    "copy link", "copy link to clipboard", "like this", "email this",
];

/// Buttons whose word could also be a heading: only beside another of them, or beside one of [`SHARE`].
pub(super) const NETWORKS: &[&str] = &[
    "facebook", "twitter", "x", "tweet", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "tumblr",
    "instagram", "mastodon", "bluesky", "email", "e-mail", "mail", "print", "pocket", "save", "bookmark", "copy",
    "like", "loading",
];

/// Lines that steer a page.
pub(super) const MENU: &[&str] = &[
    "skip to content", "skip to main content", "skip to navigation", "menu", "toggle navigation", "main menu",
    "back to top", "scroll to top", "previous post", "next post", "log in", "sign in", "register", "search for",
    "close menu", "open menu",
];

/// Lines that steer a page, but only above the article: further down they could be headings.
pub(super) const MENU_ABOVE: &[&str] =
    &["home", "search", "about", "about us", "contact", "contact us", "subscribe", "donate", "archive", "archives"];

/// Marks of paid space.
pub(super) const ADVERTISEMENT: &[&str] = &[
    "advertisement", "advertisements", "advertising", "sponsored", "story continues below advertisement", "anzeige",
    "publicité", "publicidad",
];

/// Headings under which the comments stand.
pub(super) const COMMENTS: &[&str] = &[
    "leave a reply", "leave a comment", "post a comment", "add a comment", "write a comment", "comments are closed",
    "join the discussion", "cancel reply",
];

/// What a counter counts.
pub(super) const COUNTED: &[&str] = &[
    "comment", "comments", "view", "views", "share", "shares", "like", "likes", "response", "responses", "min read",
    "minute read", "minutes read", "mins read",
];

/// First words of a request to subscribe, which must also name one of [`SUBSCRIBED`].
pub(super) const SUBSCRIBE: &[&str] =
    &["subscribe to", "sign up for", "sign up to", "join our", "get our", "follow us on", "abonnez-vous"];

/// What one subscribes to.
pub(super) const SUBSCRIBED: &[&str] = &[
    "newsletter", "channel", "mailing list", "updates", "inbox", "podcast", "telegram", "facebook", "twitter",
    "youtube", "instagram", "lettre",
];

/// First words of a notice about cookies.
pub(super) const COOKIES: &[&str] = &[
    "we use cookies", "this site uses cookies", "this website uses cookies", "accept all cookies", "accept cookies",
    "cookie settings", "privacy & cookies",
];

/// First words of a line about rights.
pub(super) const RIGHTS: &[&str] = &["©", "copyright ©", "copyright (c)", "all rights reserved"];

/// Labels of categories and tags, before a colon.
pub(super) const FILED: &[&str] =
    &["tags", "tagged", "tagged with", "filed under", "categories", "category", "topics", "schlagwörter", "mots-clés"];

/// Labels of the article's address, before the address.
pub(super) const ADDRESS: &[&str] = &[
    "source", "link", "url", "permalink", "original", "original article", "originally published at",
    "first published at", "read the original at",
];

/// First words of a caption that name the picture, before a colon.
pub(super) const CREDIT: &[&str] = &[
    "photo", "photos", "photograph", "photo credit", "photo by", "image", "image credit", "image source", "picture",
    "caption", "credit", "illustration", "foto", "crédit photo", "bild",
];

/// First words of a caption that say what the picture shows.
pub(super) const DEPICTS: &[&str] = &[
    "map of", "map showing", "photo of", "photograph of", "image of", "picture of", "chart of", "chart showing",
    "graph of", "graph showing", "diagram of", "illustration of", "screenshot of", "satellite image", "photo by",
    "photograph by",
];

/// The same, where it could also open a heading: only above another short line.
pub(super) const DEPICTS_MAYBE: &[&str] = &["view of", "plan of", "a view of", "portrait of", "scene from"];
