// Names of any length: a range index takes no value above 8 kB, a text index does, and it serves the same look-ups.
DROP INDEX entity_name IF EXISTS;
CREATE TEXT INDEX entity_name_text IF NOT EXISTS FOR (n:Entity) ON (n.name);
