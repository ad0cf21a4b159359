# Le site dit « brève » là où postil dit « communiqué de presse ».
genre-press-release = Brève
