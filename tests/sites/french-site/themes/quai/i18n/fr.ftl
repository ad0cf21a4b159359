# Le site a le dernier mot sur le premier message, pas sur le second.
genre-press-release = Dépêche
newest-notes = Dernières notes
