const amount = document.createElement('p');
amount.className = 'amount__value';
amount.append('1,234');
document.body.append(amount);
