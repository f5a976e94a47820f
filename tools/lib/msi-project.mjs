// What electron-builder's project of an MSI lacks: `tidegate` on everybody's PATH, and the links of `tidegate://`. The
// application cannot register the scheme for everybody itself, and Windows removes with the package what the package brought. And
// where each user's data stays, in the list of programs: an MSI is removed without a word.

const component = `<Component Id="TidegateForEverybody" Guid="7E0A4C1B-2F0B-4B52-8E1F-6D9F6C8D6B11">
        <RegistryValue Root="HKLM" Key="SOFTWARE\\Classes\\tidegate" Type="string" Value="URL:Tidegate" KeyPath="yes"/>
        <RegistryValue Root="HKLM" Key="SOFTWARE\\Classes\\tidegate" Name="URL Protocol" Type="string" Value=""/>
        <RegistryValue Root="HKLM" Key="SOFTWARE\\Classes\\tidegate\\shell\\open\\command" Type="string" Value="&quot;[APPLICATIONFOLDER]Tidegate.exe&quot; &quot;%1&quot;"/>
        <Environment Id="TidegateOnPath" Name="PATH" Value="[APPLICATIONFOLDER]bin" Part="last" Action="set" System="yes" Permanent="no"/>
      </Component>`;
const end = '</ComponentGroup>';

const comment = `<Property Id="ARPCOMMENTS" Value="When Tidegate is removed, each user's data (list, settings, browser profiles) stays in %LOCALAPPDATA%\\Tidegate. To remove it, delete that folder."/>`;
const product = '</Product>';

/**
 * Adds that to the project. Errors: an Error where the project is not as this electron-builder writes it.
 * @param {string} project XML of WiX
 * @returns {string}
 */
export function completeMsiProject(project) {
  const parts = project.split(end);
  if (parts.length !== 2 || project.split(product).length !== 2)
    throw new Error('The project of the MSI has no single group of components.');
  return parts.join(`  ${component}\n    ${end}`).replace(product, () => `  ${comment}\n  ${product}`);
}
