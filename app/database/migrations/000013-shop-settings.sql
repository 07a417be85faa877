-- What the owner decides without a deploy. One row; a key that is missing has the default of the code.
create table shop_settings (
  only_row boolean primary key default true check (only_row),
  -- Keys and limits: app/contract/src/console-settings.schema.ts.
  chosen jsonb not null default '{}' check (jsonb_typeof(chosen) = 'object'),
  version integer not null default 1,
  updated_at timestamptz not null default shop_now()
);
insert into shop_settings default values;
