// fetch('https://elsewhere.example/comment')
const words = "fetch('https://elsewhere.example/words')";
fetch('https://elsewhere.example/1');
new WebSocket(`wss://elsewhere.example/${words}`);
new EventSource("//elsewhere.example/3");
navigator.sendBeacon('https://elsewhere.example/4', words);
const request = new XMLHttpRequest();
request.open('GET', 'https://elsewhere.example/5');
import('https://elsewhere.example/6.js');
new Worker('https://elsewhere.example/7.js');
document.createElement('script').src = 'https://elsewhere.example/8.js';
words.setAttribute('src', 'https://elsewhere.example/9.png');
fetch(words);
fetch('/10.json');
const link = 'https://elsewhere.example/not-asked-for';
