next = () => 1;
