document.title = 'Lamps';
