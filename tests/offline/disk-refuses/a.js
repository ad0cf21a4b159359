fetch('data.json');
new Worker("work.js");
new Worker('blob:x');
