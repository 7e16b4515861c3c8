-- The technical side of a connection becomes one value (connection.ProfileJson): what was spread over columns moves
-- into it, and each rule says by an expression what its field is made of. Presets are files, by key.
alter table connection rename column mapping to profile;
update connection c set profile = jsonb_strip_nulls(jsonb_build_object(
  'version', '4.0',
  'charset', c.charset,
  'target', c.return_target,
  'hookHandling', c.hook_handling,
  'rules', (
    select jsonb_agg(jsonb_build_object(
      'field', r.rule ->> 'field',
      'value', case r.rule ->> 'source'
        when 'CONSTANT' then
          '"' || replace(replace(coalesce(r.rule ->> 'constant', ''), '\', '\\'), '"', '\"') || '"'
        when 'DELIVERY_DAY_COMPACT' then 'date(delivery-day, "yyyyMMdd")'
        else lower(replace(r.rule ->> 'source', '_', '-'))
      end,
      'length', r.rule -> 'maxLength') order by r.position)
    from jsonb_array_elements(c.profile::jsonb -> 'rules') with ordinality as r (rule, position)),
  'units', c.profile::jsonb -> 'units',
  'priceDecimals', c.profile::jsonb -> 'priceDecimals',
  'priceUnit', c.profile::jsonb -> 'priceUnit',
  'decimalComma', c.profile::jsonb -> 'decimalComma'))::text;
update connection set preset = case preset when 'SAP' then 'sap-srm' when 'GENERIC' then 'oci-4.0' else preset end;
alter table connection drop column charset, drop column hook_handling, drop column return_target;
