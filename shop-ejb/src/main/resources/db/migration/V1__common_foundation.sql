create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- What this database is: 'demo' = 'true' marks demo data, so that it is never taken for the real shop.
create table installation (
  key varchar(40) primary key,
  value varchar(200) not null
);

-- Dutch stemming that does not stumble over accents: "crème" finds "creme".
create text search configuration dutch_plain (copy = dutch);
alter text search configuration dutch_plain
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, dutch_stem;
