import { useShallow } from "zustand/react/shallow";
import { citationStyles } from "../../../shared/report/cite.ts";
import { chooseLanguage } from "../i18n/language.ts";
import { type Language, languages, useTexts } from "../i18n/texts.ts";
import { defaultSettings, setSettings, settingLimits, stepSetting, themes, useSettings } from "../state/settings.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { BackupPlaceSetting } from "./BackupPlaceSetting.tsx";

/** How the paper looks to this reader: theme, letters, width, spacing, focus, language. */
export function SettingsDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const citation = useSettings((state) => state.citation);
  const { t, language } = useTexts();
  const settings = useSettings(useShallow(({ theme, pages, face, focus }) => ({ theme, pages, face, focus })));
  return (
    <Dialog
      title={t("settings.title")}
      onClose={onClose}
      buttons={
        <button
          type="button"
          onClick={() =>
            setSettings({
              theme: defaultSettings.theme,
              pages: defaultSettings.pages,
              face: defaultSettings.face,
              size: defaultSettings.size,
              width: defaultSettings.width,
              spacing: defaultSettings.spacing,
            })
          }
        >
          {t("settings.usual")}
        </button>
      }
    >
      <div className="settings">
        <Choice
          label={t("settings.theme")}
          value={settings.theme}
          options={["system", ...themes]}
          name={(one) => t(`settings.theme.${one}`)}
          onChange={(theme) => setSettings({ theme })}
        />
        <Choice
          label={t("settings.pages")}
          value={settings.pages}
          options={["window", ...themes]}
          name={(one) => (one === "window" ? t("settings.pages.window") : t(`settings.theme.${one}`))}
          onChange={(pages) => setSettings({ pages })}
        />
        <Choice
          label={t("settings.face")}
          value={settings.face}
          options={["serif", "sans"]}
          name={(one) => t(`settings.face.${one}`)}
          onChange={(face) => setSettings({ face })}
        />
        {(["size", "width", "spacing"] as const).map((name) => (
          <Stepper key={name} name={name} />
        ))}
        <label className="setting">
          <span>{t("settings.citation")}</span>
          <select
            value={citation}
            onChange={(event) => {
              const style = citationStyles.find((one) => one === event.target.value);
              if (style !== undefined) setSettings({ citation: style });
            }}
          >
            {citationStyles.map((style) => (
              <option key={style} value={style}>
                {t(`report.style.${style}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.focus}
            onChange={(event) => setSettings({ focus: event.target.checked })}
          />
          {t("settings.focus")}
        </label>
        <label className="setting">
          <span>{t("status.language")}</span>
          <select value={language} onChange={(event) => chooseLanguage(event.target.value as Language)}>
            {Object.entries(languages).map(([id, one]) => (
              <option key={id} value={id} lang={id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <BackupPlaceSetting />
      </div>
    </Dialog>
  );
}

type ChoiceProps<Value extends string> = Readonly<{
  label: string;
  value: Value;
  options: readonly Value[];
  name: (value: Value) => string;
  onChange: (value: Value) => void;
}>;

function Choice<Value extends string>({ label, value, options, name, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className="setting">
      <legend>{label}</legend>
      <div className="segments">
        {options.map((one) => (
          <button type="button" key={one} aria-pressed={one === value} onClick={() => onChange(one)}>
            {name(one)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Stepper({ name }: Readonly<{ name: keyof typeof settingLimits }>) {
  const { t, number } = useTexts();
  const value = useSettings((state) => state[name]);
  const [least, greatest] = settingLimits[name];
  return (
    <fieldset className="setting">
      <legend>{t(`settings.${name}`)}</legend>
      <div className="segments">
        <button
          type="button"
          aria-label={t("settings.less", { what: t(`settings.${name}`) })}
          disabled={value <= least}
          onClick={() => stepSetting(name, -1)}
        >
          −
        </button>
        <output>{number(value)}</output>
        <button
          type="button"
          aria-label={t("settings.more", { what: t(`settings.${name}`) })}
          disabled={value >= greatest}
          onClick={() => stepSetting(name, 1)}
        >
          +
        </button>
      </div>
    </fieldset>
  );
}
