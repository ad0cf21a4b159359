editors-title = Annotatrices
