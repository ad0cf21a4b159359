### Les mots des pages en français. Comment s’écrit un tel fichier : ../README.md.

## Signs

number-group = {" "}
list-separator = {", "}
pair = { $label } : { $value }
head = { $label } :
quoted = « { $words } »

## Dates

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
date-day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year }
date-month = { $month } { $year }
date-days =
    { $first ->
        [1] 1er
       *[other] { $first }
    } au { $last } { $month } { $year }
date-range =
    { $precision ->
        [day] du { $start } au { $end }
       *[month] de { $start } à { $end }
    }
date-about =
    { $precision ->
        [day] vers le { $date }
        [range] { $date } environ
       *[month] vers { $date }
    }
date-since =
    { $precision ->
        [day] depuis le { $date }
       *[month] depuis { $date }
    }
date-since-about =
    { $precision ->
        [day] depuis le { $date } environ
       *[month] depuis { $date } environ
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
        [one] { $count } affirmation
       *[other] { $count } affirmations
    }
sources-count =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
editors =
    { $count ->
        [one] { $count } annotateur
       *[other] { $count } annotateurs
    }
outlets =
    { $count ->
        [one] { $count } média
       *[other] { $count } médias
    }
events =
    { $count ->
        [one] { $count } événement
       *[other] { $count } événements
    }
words =
    { $count ->
        [one] { $count } mot
       *[other] { $count } mots
    }
more =
    { $count ->
        [one] { $count } de plus
       *[other] { $count } de plus
    }
and-more = et { $count } de plus
more-articles =
    { $count ->
        [one] { $count } autre article
       *[other] { $count } autres articles
    }
and-more-articles =
    { $count ->
        [one] et { $count } autre article
       *[other] et { $count } autres articles
    }
articles-newest =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles, les plus récents d’abord
    }
notes-newest =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes, les plus récentes d’abord
    }
articles-undated =
    { $count ->
        [one] { $count } article sans date
       *[other] { $count } articles sans date
    }
claims-in-both =
    { $count ->
        [one] { $count } affirmation dans les deux
       *[other] { $count } affirmations dans les deux
    }

## Headings and labels of many pages

skip = Aller au texte
nav-main = Navigation principale
nav-about = À propos de ce site
feed = Flux
repository = Dépôt
made-with = Réalisé avec { $generator }.
home = Accueil
articles-title = Articles
topics-title = Dossiers et thèmes
claims-title = Affirmations
notes-title = Notes
timeline = Chronologie
search = Recherche
overview = Vue d’ensemble
outlets-title = Médias
editors-title = Annotateurs
comparisons = Articles comparés
corrections = Corrections
questions = Questions ouvertes
stories = Dossiers
topics = Thèmes
sources = Sources
verdicts = Verdicts
changes = Modifications
article = Article
claim = Affirmation
note = Note
note-number = Note { $number }
event = Événement
author = Auteur
editor = Annotateur
outlet = Média
source = Source
kind = Type
verdict = Verdict
stance = Position
date = Date
time = Période
all = Total
why = Pourquoi
by = par { $authors }
also-called = Autres noms
elsewhere = Ailleurs
compare = Comparer
compare-with = Comparer avec { $title }
compare-passage-with = Comparer ce passage avec { $title }
backlinks = Pages qui renvoient ici
backlink-note = depuis une note sur { $article }
toc = Sur cette page
pager = Pages de cette liste
pager-newer = Plus récent
pager-older = Plus ancien
pager-previous = Précédent
pager-next = Suivant
pager-place = Page { $number } sur { $total }
newest-of = Les { $shown } plus récentes sur { $count }.
corrections-page = la page des corrections
back-to-text = Retour au texte
read-correction = Lire la correction
no-outlet = Média non indiqué

## Not found

not-found = Page introuvable
not-found-text = Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée.
not-found-home = Vers la page d’accueil

## The first page

newest-articles = Articles récents
newest-notes = Notes récentes

## An article

article-by = Par { $authors }
original-link = Lire l’original
original-at = { $link } ({ $host }).
same-text-title = Probablement issu du même texte que
same-text-shares = { $article }. En commun : { $here } % des mots ici, { $there } % là-bas.
glance = Les notes en un coup d’œil
glance-notes =
    { $count ->
        [0] Pas encore de note
        [one] { $count } note en marge
       *[other] { $count } notes en marge
    }
glance-changed =
    { $count ->
        [one] { $count } sur des mots modifiés depuis
       *[other] { $count } sur des mots modifiés depuis
    }
glance-lost = { $count } { $link }
glance-lost-link =
    { $count ->
        [one] a perdu sa place
       *[other] ont perdu leur place
    }
notes-foot = Notes
notes-shown = Notes affichées : { $shown } sur { $all }
choose-notes = Choisir les notes
choose-notes-label = Notes affichées
show-all-notes = Tout afficher
original-only = Texte seul
whole-notes = Notes sur l’article entier
lost-notes = Notes qui ont perdu leur place
lost-notes-text = Chacune figure sous les mots qu’elle citait.
lost-notes-archived = { $link } de l’article les contient peut-être encore.
lost-notes-copy = Une copie archivée
lost-since = Depuis le { $date } : { $reason }
lost-several =
    { $count ->
        [one] Ces mots figurent à { $count } endroit du texte, et rien ne dit lequel est visé.
       *[other] Ces mots figurent à { $count } endroits du texte, et rien ne dit lequel est visé.
    }
lost-alike =
    { $count ->
        [one] { $count } endroit du texte ressemble à ces mots.
       *[other] { $count } endroits du texte ressemblent autant à ces mots.
    }
lost-between = Ces mots figurent dans le texte, mais entre d’autres mots que lorsque la note a été rédigée : ils appartiennent peut-être à un autre passage.
lost-gone = Ces mots ne figurent plus dans le texte.
article-claims = Affirmations dans cet article
article-common = En commun avec d’autres articles
stance-text = La position de l’article à l’égard d’un sujet, telle qu’un annotateur la lit. Lorsque les annotateurs divergent, toutes les lectures sont montrées.
source-via = Repris par
source-authors = Auteurs
source-published = Publié
source-retrieved = Consulté
source-genre = Genre
source-original = Original
source-archived = Archivé
source-rights = Droits
source-page = Cette page
outlet-corrected = Corrigé par le média
related-articles = Articles proches
related-same-text = probablement le même texte
related-reason = { $things } en commun
related-stories =
    { $count ->
        [one] { $count } dossier
       *[other] { $count } dossiers
    }
related-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
related-organisations =
    { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
related-places =
    { $count ->
        [one] { $count } lieu
       *[other] { $count } lieux
    }
related-themes =
    { $count ->
        [one] { $count } thème
       *[other] { $count } thèmes
    }
related-passages =
    { $count ->
        [one] { $count } passage commun
       *[other] { $count } passages communs
    }
scale = Ce que signifient les verdicts
cite = Citer cette page
cite-here = { $original }. { $text }, avec des notes, dans : { $site }.
cite-here-at = { $original }. { $text }, avec des notes, dans : { $site }, { $address }.
cite-note = { $text }, avec des notes, dans : { $site }
cite-note-original = { $text }, avec des notes, dans : { $site }. Original : { $address }
new-note = Ajouter une note
edit-page = Modifier cette page

## Inside a text

alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
table-number = Tableau { $number }
footnotes = Notes de bas de page
footnote-number = Note de bas de page { $number }
task-done = fait
task-open = à faire
image = image

## Notes

kind-fact-check = Vérification des faits
kind-correction = Correction
kind-question = Question
kind-context = Contexte
kind-definition = Définition
kind-translation = Traduction
kind-link = Lien
note-name =
    { $number ->
        [0] Note
       *[other] Note { $number }
    }, { $kind ->
        [fact-check] vérification des faits
        [correction] correction
        [question] question
        [context] contexte
        [definition] définition
        [translation] traduction
       *[link] lien
    }{ $answered ->
        [yes] , répondue
       *[no] {""}
    }{ $judged ->
        [yes] {" :"} { $verdict }
       *[no] {""}
    }{ $state ->
        [approximate] {" ;"} le texte a changé depuis
        [ambiguous] {" ;"} elle a perdu sa place dans le texte
        [orphan] {" ;"} elle a perdu sa place dans le texte
       *[anchored] {""}
    }
note-in = { $note } dans { $article }
note-in-article = { $note }, dans l’article { $article }
full-note = Note complète
details = Détails
tags = Mots-clés : { $tags }
answered = Réponse
lost-place = a perdu sa place dans le texte
on-whole-article = sur l’article entier
changed-on = modifié : { $date }
imported-from = importé de { $place }
read-on = consulté : { $date }
archived-copy = copie archivée
text-changed = Le texte a changé depuis.
text-changed-inline = le texte a changé depuis
text-changed-sure =
    C’est { $sure ->
        [certainly] presque certainement
        [very] très probablement
        [probably] probablement
       *[perhaps] peut-être
    } le même passage ({ $percent } %).
changed-quoted = Cité :
changed-now = Maintenant :
shows-supports = étaye
shows-refutes = réfute
shows-context = contexte
change-minor = Modification mineure
change-correction = Correction
change-retraction = Rétractation
change-minor-count =
    { $count ->
        [one] { $count } modification mineure
       *[other] { $count } modifications mineures
    }
change-correction-count =
    { $count ->
        [one] { $count } correction
       *[other] { $count } corrections
    }
change-retraction-count =
    { $count ->
        [one] { $count } rétractation
       *[other] { $count } rétractations
    }

## Kinds of texts and topics

text-full = Texte intégral
text-excerpt = Extrait
text-digest = Résumé
text-translation = Traduction
text-full-explained = Cette page contient le texte intégral.
text-excerpt-explained = Cette page contient une partie du texte ; la source donne l’ensemble.
text-digest-explained = Cette page est un résumé rédigé par les annotateurs ; le texte lui-même se trouve à la source.
text-translation-explained = Cette page est une traduction ; le texte lui-même se trouve à la source.
genre-report = Reportage
genre-analysis = Analyse
genre-opinion = Opinion
genre-interview = Entretien
genre-advocacy = Plaidoyer
genre-press-release = Communiqué de presse
topic-story = Dossier
topic-person = Personne
topic-organisation = Organisation
topic-place = Lieu
topic-theme = Thème
topics-story = Dossiers
topics-person = Personnes
topics-organisation = Organisations
topics-place = Lieux
topics-theme = Thèmes

## Verdicts: the scales that postil brings

verdict-plain-supported = Étayé
verdict-plain-supported-means = Un document public ou plusieurs comptes rendus indépendants disent la même chose.
verdict-plain-partly-supported = Étayé en partie
verdict-plain-partly-supported-means = Une partie se vérifie, une autre non.
verdict-plain-needs-context = Contexte nécessaire
verdict-plain-needs-context-means = Exact dans les termes, mais il manque un fait sans lequel l’affirmation induit en erreur.
verdict-plain-disputed = Contesté
verdict-plain-disputed-means = Des documents ou des parties se contredisent, et rien ne permet de trancher.
verdict-plain-unsupported = Non étayé
verdict-plain-unsupported-means = Aucun document public trouvé ne le montre, ce qui ne veut pas dire que c’est faux.
verdict-plain-error = Erreur
verdict-plain-error-means = Un document, ou l’article lui-même, montre qu’une date, un nombre, un nom ou un ordre est inexact.
verdict-six-true = Vrai
verdict-six-true-means = C’est exact et rien d’important ne manque.
verdict-six-mostly-true = Plutôt vrai
verdict-six-mostly-true-means = C’est exact, mais une précision est nécessaire.
verdict-six-half-true = À moitié vrai
verdict-six-half-true-means = C’est exact en partie et passe sous silence un élément important.
verdict-six-mostly-false = Plutôt faux
verdict-six-mostly-false-means = Il y a une part de vérité, mais des faits qui changeraient l’impression sont ignorés.
verdict-six-false = Faux
verdict-six-false-means = Ce n’est pas exact.
verdict-six-fabricated = Inventé
verdict-six-fabricated-means = Ce n’est pas exact et a été inventé.
verdict-seven-true = Vrai
verdict-seven-true-means = C’est exact.
verdict-seven-mostly-true = Plutôt vrai
verdict-seven-mostly-true-means = C’est exact pour l’essentiel et inexact sur un détail.
verdict-seven-mixture = Mélange
verdict-seven-mixture-means = Des éléments exacts et inexacts s’y mêlent.
verdict-seven-misleading = Trompeur
verdict-seven-misleading-means = Les éléments sont exacts, l’impression ne l’est pas.
verdict-seven-false = Faux
verdict-seven-false-means = Ce n’est pas exact.
verdict-seven-unproven = Non prouvé
verdict-seven-unproven-means = Il n’y a pas assez d’éléments pour trancher.
verdict-seven-satire = Satire
verdict-seven-satire-means = Ce n’était pas à prendre pour un fait.

## Claims

claimed-by = Affirmé par { $who }
claimed-by-inline = affirmé par { $who }
verdict-means = « { $verdict } » signifie : { $meaning }
claim-reviewed = Examiné par { $by }, { $date }.
claim-reviewed-changed = Examiné par { $by }, { $date } ; { $changes }.
claim-changed =
    { $count ->
        [one] modifié { $count } fois, le { $date }
       *[other] modifié { $count } fois, en dernier le { $date }
    }
claim-written = Consigné par { $by }, { $date }.
claim-passages = Dans les articles
claim-unmentioned = Pas mentionné dans { $articles }, du même dossier.
claim-in-none = dans aucun article
related-claims = Affirmations liées
relation-broader = Plus général
relation-narrower = Plus précis
relation-contradicts = Contredit
relation-repeats = Répète
relation-repeated-by = Répété par
evidence-supports = Étaye l’affirmation
evidence-refutes = Réfute l’affirmation
evidence-context = Apporte du contexte
evidence-cited = Cité
treats-asserts = affirme
treats-disputes = conteste
treats-reports = rapporte
treated-asserts = Affirmé
treated-disputes = Contesté
treated-reports = Rapporté
treats-asserts-explained = reprend l’affirmation à son compte
treats-disputes-explained = s’oppose à l’affirmation
treats-reports-explained = rapporte l’affirmation comme les propos de quelqu’un
treated-asserts-in =
    { $count ->
        [one] affirmé dans { $count } article
       *[other] affirmé dans { $count } articles
    }
treated-disputes-in =
    { $count ->
        [one] contesté dans { $count } article
       *[other] contesté dans { $count } articles
    }
treated-reports-in =
    { $count ->
        [one] rapporté dans { $count } article
       *[other] rapporté dans { $count } articles
    }
treated-in = { $way } : { $count }
article-asserts = soutient cette affirmation
article-disputes = conteste cette affirmation
article-reports = rapporte cette affirmation
this-article-asserts = cet article soutient cette affirmation
this-article-disputes = cet article conteste cette affirmation
this-article-reports = cet article rapporte cette affirmation
the-article-asserts = l’article soutient cette affirmation
the-article-disputes = l’article conteste cette affirmation
the-article-reports = l’article rapporte cette affirmation
note-claim = Affirmation : { $claim }
note-claim-asserts = L’article soutient cette affirmation : { $claim }
note-claim-disputes = L’article conteste cette affirmation : { $claim }
note-claim-reports = L’article rapporte cette affirmation : { $claim }

## Stances

stance-favor = Favorable
stance-against = Opposé
stance-neutral = Équilibré
stance-none = Indéterminable
stance-on = Position sur { $target } : { $stance }
stance-toward = à l’égard de { $target } : { $stance }
toward = À l’égard de
editors-differ = Les annotateurs divergent
not-judged = non évalué
judged-in =
    { $count ->
        [one] évalué dans { $count }
       *[other] évalué dans { $count }
    }

## Words that articles share

also-label =
    { $count ->
        [one] Passage commun { $number } : des mots que { $count } autre article contient aussi
       *[other] Passage commun { $number } : des mots que { $count } autres articles contiennent aussi
    }
also-in = Aussi dans { $article }
also-in-many =
    { $count ->
        [one] Aussi dans { $count } autre article
       *[other] Aussi dans { $count } autres articles
    }
also-here = Ici :
also-there = Là-bas :
also-these-differ =
    { $words ->
        [one] { $words } mot, dont diffèrent ceux-ci.
       *[other] { $words } mots, dont diffèrent ceux-ci.
    }
also-differs =
    { $count ->
        [one] { $words } mots, différents à { $count } endroit.
       *[other] { $words } mots, différents à { $count } endroits.
    }
also-same = { $words } mots, identiques dans les deux.
only-here = seulement ici
shared-passages =
    { $count ->
        [one] { $count } passage commun de { $words }
       *[other] { $count } passages communs de { $words }
    }
shared-parts = { $shared } : { $here } % de ce texte, { $there } % de l’autre

## Two articles side by side

compare-title = Comparaison : { $first } / { $second }
compare-description = Ce que deux articles ont en commun, côte à côte : { $first } / { $second }.
compare-heading = { $first } et { $second }
compare-common = En commun
compare-same-text = Les deux sont probablement issus du même texte. Les mots ne disent pas qui l’a eu en premier.
compare-table = Ce que les deux ont en commun
compare-both = Dans les deux
compare-no-passage = Aucun passage commun
compare-part = { $percent } % du texte
compare-no-other = aucune autre
compare-sides = Côte à côte
compare-order = Dans l’ordre de { $name }.
compare-marked = Les mots marqués ne figurent que dans l’un des deux.
compare-cut = Les deux textes sont longs : les paragraphes intermédiaires sont abrégés, les articles les donnent en entier.
compare-further = Autres affirmations dans les deux
compare-only = Affirmations seulement dans { $name }
compare-stretch =
    { $count ->
        [one] { $count } paragraphe, { $words } mots : { $opening }
       *[other] { $count } paragraphes, { $words } mots : { $opening }
    }
compare-elsewhere = Ici se trouve le { $passage }.
compare-passage-link = passage { $number }
compare-passage-same = Passage { $number } : { $words } mots, identiques dans les deux
compare-passage-differs =
    { $count ->
        [one] Passage { $number } : { $words } mots, différents à { $count } endroit
       *[other] Passage { $number } : { $words } mots, différents à { $count } endroits
    }
compare-passage-moved =
    Dans { $name }, il se trouve { $order ->
        [earlier] plus près du début
       *[later] plus près de la fin
    }.
compare-passage-in = Passage { $number } dans { $name }
compare-in = Dans { $name }
compare-in-article = Dans l’article
comparisons-text =
    { $count ->
        [one] { $count } paire : des articles qui ont des mots en commun, et des articles d’un dossier qui traitent des mêmes affirmations
       *[other] { $count } paires : des articles qui ont des mots en commun, et des articles d’un dossier qui traitent des mêmes affirmations
    }
comparisons-no-story = Sans dossier commun
comparisons-more =
    { $count ->
        [one] Et { $count } autre paire : la page de chaque article mène aux siennes.
       *[other] Et { $count } autres paires : la page de chaque article mène aux siennes.
    }

## Topics and stories

part-of = Fait partie de
includes = Comprend
coverage = Couverture
coverage-text = Comment chaque article traite chaque affirmation, avec le passage qui le montre.
compare-two = Comparer deux articles de ce dossier
topic-stances = Les positions des articles
topic-stances-text = Chaque ligne est la lecture d’un article par un annotateur.
in-numbers = En chiffres
mentioned-in = Mentionné dans
matrix-caption = Quel article dit quoi sur { $topic }
articles-disagree = les articles divergent
not-mentioned = non mentionné
not-mentioned-explained = aucune note ne rattache un de ses passages à l’affirmation
matrix-key = Ce que signifient les signes
matrix-text = Une affirmation figure ici si elle appartient au dossier ou si au moins deux de ses articles la traitent. Viennent d’abord les affirmations sur lesquelles les articles divergent, puis celles que le plus d’articles traitent et, à égalité, l’ordre des verdicts.
matrix-more =
    { $count ->
        [one] { $claims } n’a pas trouvé place.
       *[other] { $claims } n’ont pas trouvé place.
    }
matrix-more-claims =
    { $count ->
        [one] { $count } autre affirmation
       *[other] { $count } autres affirmations
    }
stances-caption = La position des articles sur { $topic }, telle que les annotateurs la lisent
stances-text = Chaque entrée est la lecture du texte d’un article par un annotateur ; elle ne porte ni sur son auteur ni sur son média, et ne dit rien de ce qui est vrai.
stances-more =
    { $count ->
        [one] { $count } autre sujet n’a pas trouvé place.
       *[other] { $count } autres sujets n’ont pas trouvé place.
    }

## Time and numbers

years = Années
event-unmentioned = aucun article ne le mentionne ici
skip-picture = Passer l’image
chronicle-numbers = numéros comme dans la liste
chronicle-name = Chronologie : { $events }
chronicle-name-articles = Chronologie : { $events } et { $articles }
chronicle-others = Autres articles
chronicle-mentioned = un article le mentionne ici
chronicle-unmentioned = aucun ne le mentionne
chronicle-appeared = parution d’un article
chronicle-vague = seul le mois ou l’année est connu
chronicle-about = vers cette date
chronicle-several = plusieurs au même endroit
chronicle-scale = l’échelle change
chart-events =
    { $count ->
        [one] événement
       *[other] événem.
    }
chart-events-between =
    { $count ->
        [one] { $count } événement, entre { $first } et { $last }
       *[other] { $count } événements, entre { $first } et { $last }
    }
chart-articles-between =
    { $count ->
        [one] { $count } article, entre { $first } et { $last }
       *[other] { $count } articles, entre { $first } et { $last }
    }
notes-by-verdict = Notes par verdict
notes-by-verdict-text = Les médias par ordre alphabétique. Le nombre compte les notes ; la barre, à partir de cinq notes, montre leur part dans celles du même média. Les annotateurs choisissent ce qu’ils annotent : ce n’est pas une mesure d’un média.
notes-with-verdict =
    { $count ->
        [one] { $count } note avec verdict, { $articles }
       *[other] { $count } notes avec verdict, { $articles }
    }
articles-appeared = Parution des articles
as-table = Les mêmes données en tableau
articles-by-unit =
    Articles par { $unit ->
        [day] jour
        [month] mois
        [year] année
        [decade] décennie
        [century] siècle
       *[millennium] millénaire
    }
articles-by-unit-name = { articles-by-unit } : { $count }, entre { $first } et { $last }

## Sources

sources-title = Sources citées
sources-text =
    { $count ->
        [one] { $count } document cité par des notes, des affirmations et des événements, par éditeur, avec ce qu’il y montre.
       *[other] { $count } documents cités par des notes, des affirmations et des événements, par éditeur, chacun avec ce qu’il y montre.
    }
sources-range = Cette page va de { $first } à { $last }.
sources-none = Aucun document n’est encore cité.
publishers-by-letter = Éditeurs par lettre
no-publisher = Éditeur non indiqué
cited-further = suite des { $count } citations
cited-times =
    { $count ->
        [one] cité { $count } fois
       *[other] cité { $count } fois
    }

## Outlets

outlet-site = Site
outlet-country = Pays
outlet-language = Langue
outlet-owner = Propriétaire
ratings = Évaluations par des tiers
ratings-text = Ce que d’autres consignent au sujet du média ; ce site ne calcule aucune note.
rater = Évaluateur
rating-scale = Échelle
rating-value = Valeur
republished = Repris d’ailleurs
outlet-correction = Correction par le média
outlet-correction-of = Correction par le média : { $article }
outlet-corrections = Corrections par le média
outlet-corrections-count = { $count } dans les articles présents ici ; ce nombre n’est pas une évaluation.
outlet-corrections-more = Les { $shown } plus récentes ; { $all } mène à toutes.
outlet-corrected-here = { $corrections } par le média dans les articles d’ici
corrections-count =
    { $count ->
        [one] { $count } correction
       *[other] { $count } corrections
    }

## Editors

editor-page = Page
editor-login = Identifiant
disclosures = Liens d’intérêt
editor-changed = { $changes } de ces notes et affirmations depuis leur publication
changes-count =
    { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
editor-notes-more = Les plus récentes de { $count } notes. { $all } figurent dans leur propre liste.
all-notes = Toutes les notes
editor-stances = Positions évaluées
editor-claims = Affirmations examinées
editor-changes = Modifications de ces notes et affirmations
editor-changes-more = Les { $shown } plus récentes sur { $count } ; { $all } les donne toutes.

## Corrections

corrections-feed = { $site } : corrections
corrections-text = Ce qui a été modifié après publication, et pourquoi. Flux des corrections et rétractations : { $feed }
corrections-changes = Modifications des notes et des affirmations de ce site
corrections-none = Aucune note ni affirmation n’a été modifiée à ce jour.
corrections-own = Corrections de ce site
outlet-corrections-all = Corrections par les médias
outlet-corrections-text = Ce que les médias ont eux-mêmes corrigé dans les articles présents ici, le plus récent d’abord : { $count } au total.
outlet-corrections-link = Toutes les corrections par les médias
outlet-corrections-none = Aucune correction par un média n’est consignée pour les articles d’ici.

## Questions

questions-feed = { $site } : questions ouvertes
questions-open =
    { $count ->
        [one] { $count } ouverte
       *[other] { $count } ouvertes
    }
questions-answered =
    { $count ->
        [one] { $count } avec réponse
       *[other] { $count } avec réponse
    }
questions-none = Aucune question n’est ouverte, et aucune n’a reçu de réponse à ce jour.
questions-unanswered = Encore sans réponse
feed-at = flux : { $feed }
claims-unjudged = Affirmations sans verdict
claims-unjudged-count =
    { $count ->
        [one] { $count } affirmation sans verdict
       *[other] { $count } affirmations sans verdict
    }
claims-unjudged-text = Elles figurent dans des articles d’ici et n’ont pas de verdict.
claims-unjudged-more = Les { $shown } premières sur { $count } ; la { $all } les donne toutes.
claims-list = liste des affirmations
question-asked = Question : { $question }
question-answered = Réponse : { $question }
question-on = À propos de { $article }.
question-on-quote = À propos de « { $quote } » dans { $article }.

## How to read

settings = Réglages de lecture
settings-open = Aa : réglages de lecture
settings-size = Texte
settings-size-small = Petit
settings-size-normal = Normal
settings-size-large = Grand
settings-size-largest = Très grand
settings-measure = Lignes
settings-measure-narrow = Courtes
settings-measure-normal = Normales
settings-measure-wide = Longues
settings-scheme = Couleurs
settings-scheme-system = Comme le système
settings-scheme-light = Clair
settings-scheme-sepia = Sépia
settings-scheme-dark = Sombre
settings-keys = Touches seules actives
settings-keys-which = Quelles touches
keys = Touches
keys-notes = note suivante, note précédente
keys-enter = d’un numéro à sa note
keys-original = le texte seul, et retour
keys-search = recherche
keys-help = cette liste
keys-escape = ferme ; d’une note retour à ses mots
key-enter = Entrée
key-escape = Échap
close = Fermer

## What scripts say: the article's page

script-copy = Copier
script-copied = Copié
script-copy-refused = La copie n’est pas autorisée ici
script-copy-link = Copier le lien vers ces mots
script-copy-quote = Copier avec la source
script-stopped = Vous vous étiez arrêté ici la dernière fois.
script-to-top = Revenir en haut

## The search page

search-examples = Par exemple : { $examples }
search-lists = Toutes les listes
topic = Thème
year = Année
page = Page
search-label = Rechercher dans les articles et les notes
search-hint = Plusieurs mots sont tous recherchés. « Les mots entre guillemets » se suivent.
search-loading = Chargement de l’index…
search-searching = Recherche…
search-failed = L’index n’a pas pu être chargé. Les listes ci-dessous mènent à tout.
search-results =
    { $count ->
        [one] { $count } résultat pour { $query }
       *[other] { $count } résultats pour { $query }
    }
search-at-least =
    { $count ->
        [one] Au moins { $count } résultat pour { $query }
       *[other] Au moins { $count } résultats pour { $query }
    }
search-about =
    { $count ->
        [one] Environ { $count } résultat pour { $query }
       *[other] Environ { $count } résultats pour { $query }
    }
search-filtered =
    { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
search-nothing = Aucun résultat.
search-not-yet =
    { $count ->
        [one] Rien encore pour { $query }, dans le texte le plus probable.
       *[other] Rien encore pour { $query }, dans les { $count } textes les plus probables.
    }
search-none = Aucun résultat pour { $query }.
search-some = Rien ne contient tous ces mots ; ceci en contient certains.
search-instead = Aucune page ne contient « { $typed } » ; voici les résultats pour « { $found } ».
search-too-short = Encore une lettre, s’il vous plaît.
search-more = Afficher plus
search-further = Chercher plus loin
search-narrow = Affiner
search-clear = Tout effacer
search-all = Tous ({ $count })
search-note = Note sur { $title }

## Lire sans connexion

offline = Lire hors connexion
offline-title = Lire sans connexion
offline-lead = Ce site garde les pages que vous lisez, pour que vous puissiez les relire sans connexion.
offline-download = Tout télécharger ({ $size } Mo)
offline-update = Télécharger les nouveautés ({ $size } Mo)
offline-progress = { $done } Mo sur { $size }
offline-complete = Tout est sur cet appareil. Fichiers : { $files }.
offline-held = Fichiers sur cet appareil : { $files }. Sans connexion, les nouveautés restent inconnues.
offline-stopped = Arrêté. Ce qui est arrivé reste sur cet appareil.
offline-failed = Fichiers non chargés : { $files }. Le reste est sur cet appareil. Veuillez réessayer.
offline-full = Il n’y a plus de place sur cet appareil. Ce qui est arrivé reste.
offline-removed = La copie téléchargée a été supprimée.
offline-unreachable = Le site est injoignable pour le moment.
offline-missed = Cette page n’est pas sur cet appareil
offline-missed-text = Elle n’a pas encore été lue ici, et il n’y a pas de connexion. { $again }
offline-again = Réessayer
offline-all = Tout emporter
offline-all-text = Toutes les pages, les images et la recherche, à lire partout.
offline-stop = Arrêter
offline-remove = Supprimer la copie téléchargée
offline-bar = Téléchargé
offline-kept = Ce qui est gardé
offline-kept-text = Les pages et les images restent sur cet appareil au fil de la lecture : les { $files } derniers fichiers, { $size } Mo au plus. Avec une connexion, vous voyez toujours les plus récentes. Rien de ce que vous lisez ne quitte l’appareil.
offline-folder = Un dossier de ce site ouvert depuis un disque est complet et ne garde rien. Sans scripts, rien n’est gardé non plus.
offline-fresh = Il y a une nouvelle version de ce site.
offline-reload = Recharger
offline-later = Plus tard
