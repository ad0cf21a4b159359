notes = { $count ->
    [one] one note
  }
cite Cite this page
article-by = Written by { $author }
feed = { NUMBER($count) }
= no id
title = { "open
