-- For asking whether an address is already noted for another post of the account.
create index delivery_by_account on delivery (account);
