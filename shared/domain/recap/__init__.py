"""What a recapitulation may say of people without telling any of them apart."""
