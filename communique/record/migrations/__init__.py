"""How a record's file comes to the present schema, from nothing or from an older one."""
